#!/bin/sh
# Makes the clips anew from sentences.txt: needs espeak-ng, sox and opusenc (opus-tools), and nothing
# of them is needed to use the clips. Each is trimmed of silence, one channel, equally loud.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

encode() { # a recording → NAME.ogg
  # `norm` sets the peak, `reverse` trims the end as the beginning; a short fade leaves no click.
  sox "$1" -r 24000 -c 1 "$work/trimmed.wav" gain -6 highpass 70 \
    silence 1 0.005 0.15% reverse silence 1 0.005 0.15% fade t 0.012 reverse fade t 0.004 norm -3
  opusenc --quiet --bitrate 24 --framesize 20 --discard-comments --discard-pictures \
    --serial 1 "$work/trimmed.wav" "$2.ogg"
}

# cmn-latn-pinyin is the Mandarin voice whose sounds are right; it reads characters and pinyin.
# Digits and letters are read slower than sentences: each is heard but once.
speak() { # name, voice, text
  case $2:$1 in
    zh:zh-[0-9]*|zh:zh-yao) espeak-ng -v cmn-latn-pinyin -s 135 -w "$work/said.wav" "$3" ;;
    zh:*) espeak-ng -v cmn-latn-pinyin -s 170 -w "$work/said.wav" "$3" ;;
    en:letter-*) espeak-ng -v en -s 125 -w "$work/said.wav" "$3" ;;
    en:*) espeak-ng -v en -s 150 -w "$work/said.wav" "$3" ;;
    *) echo "sentences.txt: \"$2\" is neither zh nor en" >&2; exit 1 ;;
  esac
}

rm -f ./*.ogg
grep -v '^#' sentences.txt | while IFS='|' read -r name voice text _; do
  name=$(echo "$name" | tr -d ' ')
  speak "$name" "$(echo "$voice" | tr -d ' ')" "$(echo "$text" | sed 's/^ *//;s/ *$//')"
  encode "$work/said.wav" "$name"
done

# Two soft strokes, a fourth apart, that fade by themselves.
stroke() { sox -n -r 24000 -b 16 -c 1 "$work/$1.wav" synth 0.9 sine "$2" sine $(($2 * 2)) remix 1v0.8,2v0.2 fade l 0.005 0.9 0.85; }
stroke high 784
stroke low 587
sox -n -r 24000 -b 16 -c 1 "$work/pause.wav" trim 0 0.32
sox "$work/pause.wav" "$work/low.wav" "$work/later.wav"
sox -m "$work/high.wav" "$work/later.wav" -b 16 "$work/chime.wav" norm -8
opusenc --quiet --bitrate 24 --discard-comments --serial 1 "$work/chime.wav" chime.ogg

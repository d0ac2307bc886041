/** A printed line, or what else came out, with how it was set. */
export interface Printed {
  readonly text?: string;
  /** Times the usual width and height. */
  readonly size?: number;
  readonly small?: true;
  readonly bold?: true;
  readonly qr?: string;
  readonly cut?: true;
}

interface Setting {
  size: number;
  small: boolean;
  bold: boolean;
  centred: boolean;
  chinese: boolean;
}

const fresh = (): Setting => ({
  ...{ size: 1, small: false, bold: false, centred: false, chinese: false },
});

const CHINESE = new TextDecoder('gb18030', { fatal: true });

/**
 * Reads ESC/POS as a printer would, up to its cut; `done` is how many GS r were passed. A byte it
 * does not know is an error: a printer would print it.
 */
export class Decoder {
  readonly tickets: Printed[][] = [];
  #lines: Printed[] = [];
  #set = fresh();
  #text: number[] = [];
  #runs: { text: string; bold: boolean; size: number }[] = [];
  #code = '';

  constructor(readonly asked: () => void = () => {}) {}

  /** Takes what is whole of it and returns how many bytes that was. */
  take(bytes: Buffer): number {
    let at = 0;
    while (at < bytes.length) {
      const used = this.#one(bytes.subarray(at));
      if (used === 0) break;
      at += used;
    }
    return at;
  }

  #one(b: Buffer): number {
    const [first = 0] = b;
    if (first === 0x1b) return this.#escape(b);
    if (first === 0x1d) return this.#group(b);
    if (first === 0x1c) return this.#needs(b, 2, () => this.#chineseMode(b[1] ?? 0));
    if (first === 0x0a) return this.#needs(b, 1, () => this.#line());
    if (first < 0x20) throw new Error(`the printer does not know byte ${first}`);
    return this.#needs(b, 1, () => this.#text.push(first));
  }

  #escape(b: Buffer): number {
    switch (b[1]) {
      case undefined:
        return 0;
      case 0x40:
        return this.#needs(b, 2, () => {
          this.#set = fresh();
        });
      case 0x61:
        return this.#needs(b, 3, () => this.#change({ centred: b[2] === 1 }));
      case 0x45:
        return this.#needs(b, 3, () => this.#change({ bold: b[2] === 1 }));
      case 0x4d:
        return this.#needs(b, 3, () => this.#change({ small: b[2] === 1 }));
      case 0x64:
        return this.#needs(b, 3, () => {});
      default:
        throw new Error(`the printer does not know ESC ${b[1].toString(16)}`);
    }
  }

  #group(b: Buffer): number {
    switch (b[1]) {
      case undefined:
        return 0;
      case 0x21:
        return this.#needs(b, 3, () => {
          const [wide, high] = [((b[2] ?? 0) >> 4) + 1, ((b[2] ?? 0) & 7) + 1];
          if (wide !== high) throw new Error('letters are stretched');
          this.#change({ size: wide });
        });
      case 0x28: {
        const length = (b[3] ?? 0) + (b[4] ?? 0) * 256;
        return this.#needs(b, 5 + length, () => this.#symbol(b.subarray(5, 5 + length)));
      }
      case 0x56:
        return this.#needs(b, 3, () => this.#cut());
      case 0x72:
        return this.#needs(b, 3, () => this.asked());
      default:
        throw new Error(`the printer does not know GS ${b[1].toString(16)}`);
    }
  }

  #needs(b: Buffer, length: number, then: () => void): number {
    if (b.length < length) return 0;
    then();
    return length;
  }

  #chineseMode(command: number): void {
    this.#change({ chinese: command === 0x26 });
  }

  #change(setting: Partial<Setting>): void {
    this.#run();
    Object.assign(this.#set, setting);
  }

  #run(): void {
    if (this.#text.length === 0) return;
    const bytes = Buffer.from(this.#text);
    const isPlain = bytes.every((byte) => byte < 0x80);
    if (!isPlain && !this.#set.chinese) throw new Error('Chinese letters in a Latin mode');
    const { bold, size } = this.#set;
    this.#runs.push({ text: CHINESE.decode(bytes), bold, size });
    this.#text = [];
  }

  #line(): void {
    this.#run();
    const text = this.#runs.map((r) => r.text).join('');
    const { size = 1 } = this.#runs.at(-1) ?? {};
    const bold = this.#runs.filter((r) => r.bold).map((r) => r.text);
    if (text && !this.#set.centred) throw new Error(`not in the middle: ${text}`);
    this.#lines.push({
      text,
      ...(size > 1 && { size }),
      ...(this.#set.small && { small: true }),
      ...(bold.length > 0 && { bold: true }),
    });
    this.#runs = [];
  }

  #symbol(data: Buffer): void {
    if (data[0] !== 0x31) throw new Error('not a QR code');
    if (data[1] === 0x50) this.#code = data.toString('latin1', 3);
    if (data[1] === 0x51) this.#lines.push({ qr: this.#code });
  }

  #cut(): void {
    this.tickets.push([...this.#lines, { cut: true }]);
    this.#lines = [];
  }
}

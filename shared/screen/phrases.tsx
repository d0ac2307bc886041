/** Chinese lines break anywhere; here each phrase up to its mark stays whole where it can. */
export function Phrases({ children: text }: { children: string }) {
  const phrases = text.split(/(?<=[、，；：。？！])/);
  if (phrases.length === 1) return <>{text}</>;
  return (
    <>
      {phrases.map((phrase, i) => (
        <span class="phrase" key={i}>
          {phrase}
        </span>
      ))}
    </>
  );
}

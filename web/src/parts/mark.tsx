/** A glyph and a word in a tone: status is never colour alone. */
export const Mark = ({
  of,
  quiet = false,
}: {
  of: { word: string; glyph?: string; tone: string };
  quiet?: boolean;
}) => (
  <span className={`tone-${of.tone}`} style={{ whiteSpace: 'nowrap', fontWeight: quiet ? 400 : 600 }}>
    {of.glyph !== undefined && (
      <span className="glyph" aria-hidden="true">
        {of.glyph}
      </span>
    )}{' '}
    {of.word}
  </span>
);

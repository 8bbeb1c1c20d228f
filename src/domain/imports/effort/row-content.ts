/**
 * What a row says, as one text: its filled cells with the names of their columns, in the order of the names. So the same
 * row is the same however its file is quoted or encoded, in whatever order its columns stand and whichever of them are
 * blank.
 */
export const contentReader = (header: readonly string[]): ((cells: readonly string[]) => string) => {
  const order = header
    .map((name, index) => ({ name, index }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.index - b.index));
  return (cells) =>
    JSON.stringify(
      order.flatMap(({ name, index }) => {
        const cell = cells[index] ?? '';
        return cell === '' ? [] : [[name, cell]];
      }),
    );
};

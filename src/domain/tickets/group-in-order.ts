/** Runs of neighbours that belong together, in their order. */
export const groupInOrder = <T>(items: readonly T[], belong: (a: T, b: T) => boolean): readonly (readonly T[])[] => {
  const groups: T[][] = [];
  let before: T | null = null;
  for (const item of items) {
    const group = groups.at(-1);
    if (group && before !== null && belong(before, item)) {
      group.push(item);
    } else {
      groups.push([item]);
    }
    before = item;
  }
  return groups;
};

/** A list with one of its things moved up (-1) or down (1); as it was where there is no such place. */
export const moved = <T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] => {
  const one = list[at];
  const other = list[at + by];
  return one === undefined || other === undefined ? list : list.with(at, other).with(at + by, one);
};

/** Some items of a job could not be done; the message is that of the first, and `errors` holds all. */
class ItemsFailed extends AggregateError {
  constructor(errors: readonly unknown[], items: number) {
    const [first] = errors;
    const what = first instanceof Error ? first.message : String(first);
    super(errors, `${errors.length} of ${items} failed; the first: ${what}`);
  }
}

/**
 * Does the items of a job one after the other. One that fails does not keep the others from being done; in the end all
 * failures are thrown together, so that the job is tried again. What was done already must be found done then.
 */
export const itemByItem = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> => {
  const errors: unknown[] = [];
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) {
    throw new ItemsFailed(errors, items.length);
  }
};

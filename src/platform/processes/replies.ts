/** Questions to another process that wait for their answers. */
export class Replies<T> {
  private readonly waiting = new Map<number, (answer: T | null) => void>();
  private asked = 0;

  /** Asks by a number of its own; null where no answer comes in time. */
  ask(send: (id: number) => void, withinMs: number): Promise<T | null> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.settle(id, null);
      }, withinMs);
      this.waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      send(id);
    });
  }

  settle(id: number, answer: T | null): void {
    const settle = this.waiting.get(id);
    this.waiting.delete(id);
    settle?.(answer);
  }

  /** Nobody is there to answer any more. */
  giveUp(): void {
    [...this.waiting.keys()].forEach((id) => {
      this.settle(id, null);
    });
  }
}

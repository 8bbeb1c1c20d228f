import { Injectable } from '@nestjs/common';

/** Tells whoever applies deliveries in this process that one has come, so that it need not wait for its next look. */
@Injectable()
export class DeliverySignal {
  private readonly listeners = new Set<() => void>();

  /** Calls `listener` whenever a delivery is due, until the function it answers with is called. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  raise(): void {
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}

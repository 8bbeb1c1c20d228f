/** Where replicas are, and how far one may lag to be asked at all. */
export class ReplicaSettings {
  constructor(
    readonly urls: readonly string[],
    readonly longestLagSeconds: number,
  ) {}
}

export const NO_REPLICAS = new ReplicaSettings([], 0);

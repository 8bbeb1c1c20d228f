const PREFIX = /^I_(?=[\w-]+$)/;
const FORMERLY = /^\d+:Issue(\d+)$/;
const UINT32 = 0xce;
const UINT64 = 0xcf;

// The id is the last of a few numbers in MessagePack.
const lastNumber = (bytes: Buffer): string | null => {
  if (bytes.length >= 9 && bytes[bytes.length - 9] === UINT64) {
    return bytes.readBigUInt64BE(bytes.length - 8).toString();
  }
  return bytes.length >= 5 && bytes[bytes.length - 5] === UINT32 ? String(bytes.readUInt32BE(bytes.length - 4)) : null;
};

/**
 * The id of an issue from its GraphQL node id, in its present form (`I_kwDO...`) and the former one (`MDU6SXNzdWU...`).
 * GitHub promises neither form: null where it is another one.
 */
export const issueIdOfNode = (nodeId: string): string | null =>
  PREFIX.test(nodeId)
    ? lastNumber(Buffer.from(nodeId.slice(2), 'base64url'))
    : (FORMERLY.exec(Buffer.from(nodeId, 'base64').toString('latin1'))?.[1] ?? null);

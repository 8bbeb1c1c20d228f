/** What an answer must never hold: SQL, paths, stacks, names of classes. */
export const LEAK =
  /\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b|violates|relation "|syntax error|node_modules|\.[cm]?[jt]s:\d+|\n\s+at |QueryFailed|\b[A-Z]\w+(Error|Exception)\b|INTERNAL_SERVER|\[object |\/(home|tmp|usr|var)\//;

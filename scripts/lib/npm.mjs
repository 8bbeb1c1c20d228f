/**
 * How npm is called: the one that runs us, else that of PATH.
 * @returns {[command: string, args: string[]]}
 */
export const npm = () => {
  const { npm_execpath: path } = process.env;
  if (path && /npm-cli\.c?js$/.test(path)) {
    return [process.execPath, [path]];
  }
  return process.platform === 'win32' ? ['cmd.exe', ['/c', 'npm']] : ['npm', []];
};

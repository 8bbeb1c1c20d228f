import { createServer } from 'node:net';

/** Finds out that a port is taken before anything is made; 0 stands for any free one. */
export const probePort = (port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is taken by another program (perhaps another Tollgate): end that, or set PORT to another one, for instance PORT=3001 npm start.`,
            )
          : error,
      );
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve();
      });
    });
  });

import { createServer } from 'node:net';

/** Finds out that a port is taken before anything is made; 0 stands for any free one. Answers which it is. */
export const probePort = (port: number, host: string): Promise<number> =>
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
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  });

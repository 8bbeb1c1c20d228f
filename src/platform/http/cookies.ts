import { fastifyCookie } from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long a cookie is kept and where it is sent; it is never for scripts, and never sent with what other sites load. */
export interface CookieTerms {
  readonly path: string;
  readonly maxAgeSeconds: number;
  /** Whether it is sent over HTTPS only. */
  readonly isSecure: boolean;
}

/** Lets the application read and write cookies; to be called before it listens. They are read where they are asked for only. */
export const registerCookies = async (app: NestFastifyApplication): Promise<void> => {
  await app.register(fastifyCookie, { hook: false });
};

/** The value of a cookie in a header Cookie; null where it is not there. Of several of the name the first counts. */
export const cookieIn = (header: string | undefined, name: string): string | null =>
  header === undefined ? null : (fastifyCookie.parse(header)[name] ?? null);

/** The header Set-Cookie for a value; an empty one with no time at all takes the cookie away. */
export const cookieText = (name: string, value: string, { path, maxAgeSeconds, isSecure }: CookieTerms): string =>
  fastifyCookie.serialize(name, value, {
    path,
    maxAge: maxAgeSeconds,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
  });

import type { RequestHandler } from 'express';
import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

export interface StartApi {
  readonly port: number;
  /** The address to listen on; all of them if left out. */
  readonly host?: string;
  readonly logger?: LoggerService | false;
  /** Handlers that must see a request before its body is read, such as the development sign-in. */
  readonly before?: readonly RequestHandler[];
}

/** Starts the API and answers once it listens. Closing the application closes everything that its modules opened.
 * @throws Error EADDRINUSE if something else listens on the port */
export const startApi = async (module: Type | DynamicModule, { port, host, logger, before = [] }: StartApi): Promise<NestExpressApplication> => {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false, abortOnError: false, forceCloseConnections: true, ...(logger === undefined ? {} : { logger }),
  });
  app.disable('x-powered-by');
  for (const handler of before) app.use(handler);
  app.useBodyParser('json', { limit: '100kb' });
  await (host === undefined ? app.listen(port) : app.listen(port, host));
  return app;
};

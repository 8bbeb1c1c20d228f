import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from './app.module.js';
import { Clock } from './platform/clock.js';
import { dataSourceFor } from './platform/database/data-source.js';

/** The public schema as the code declares it, as text; no database is asked. */
export const generateSchema = async (): Promise<string> => {
  const source = dataSourceFor('postgres://nobody@127.0.0.1:1/none');
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.on({ source, clock: new Clock() }),
    new FastifyAdapter(),
    { logger: false },
  );
  try {
    await app.init();
    return `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`;
  } finally {
    await app.close();
  }
};

// A plain server as most teams write it: NestJS on Express, Apollo, TypeORM with relations, a DataLoader for each list.
// `node main.js DATABASE_URL`; it prints where it is.
import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import * as standing from './initiative.entities.js';
import { loadersOn } from './loaders.js';
import * as recorded from './record.entities.js';
import { AuditEntryResolver, InitiativeResolver, KpiResolver, PortfolioResolver } from './reads.resolver.js';
import * as written from './written-entities.js';
import { WritesResolver } from './writes.resolver.js';

const [url = ''] = process.argv.slice(2);

@Module({
  providers: [
    {
      provide: DataSource,
      useFactory: () =>
        new DataSource({
          type: 'postgres',
          url,
          poolSize: 10,
          entities: [...Object.values(standing), ...Object.values(recorded), ...Object.values(written)],
        }).initialize(),
    },
  ],
  exports: [DataSource],
})
class DatabaseModule {}

@Module({
  imports: [
    DatabaseModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [DatabaseModule],
      inject: [DataSource],
      useFactory: (source: DataSource) => ({
        autoSchemaFile: true,
        graphiql: false,
        context: () => ({ loaders: loadersOn(source) }),
      }),
    }),
  ],
  providers: [PortfolioResolver, InitiativeResolver, KpiResolver, AuditEntryResolver, WritesResolver],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] });
app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true }));
await app.listen(0, '127.0.0.1');
console.log(await app.getUrl());
// Ends with whoever started it over a channel.
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));

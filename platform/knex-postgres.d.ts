/** knex documents a client of one's own by this path and ships no types for it. */
declare module 'knex/lib/dialects/postgres/index.js' {
  import { Knex } from 'knex';
  export default class PostgresClient extends Knex.Client {
    _query(connection: unknown, statement: object): Promise<unknown>;
  }
}

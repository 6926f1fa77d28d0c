import { z } from 'zod';

const environment = z.object({
  DATABASE_URL: z.string().default('postgres://127.0.0.1:5433/peel'),
  PEEL_DB_SUPERUSER_URL: z.string().optional(),
  PEEL_DB_PASSWORD_MIGRATOR: z.string().default('migrator'),
  PEEL_DB_PASSWORD_APP: z.string().default('app'),
  PEEL_DB_PASSWORD_ENGINE: z.string().default('engine'),
  PEEL_DB_PASSWORD_RELAY: z.string().default('relay'),
  PEEL_DB_PASSWORD_WATCHDOG: z.string().default('watchdog'),
  PEEL_TRAINING: z.string().default('0'),
  PEEL_CLOCK: z.string().optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  PEEL_CODEC_KEY: z.string().optional(),
  PEEL_CODEC_KEY_ID: z.string().default('development'),
  PEEL_COURTS_URL: z.string().default('http://127.0.0.1:8092'),
});

export type Config = z.infer<typeof environment>;

/** The settings every process reads, from its environment. Throws with the variable's name where one is malformed. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => environment.parse(env);

export type DatabaseRole = 'migrator' | 'app' | 'engine' | 'relay' | 'watchdog';

const PASSWORDS = {
  migrator: 'PEEL_DB_PASSWORD_MIGRATOR', app: 'PEEL_DB_PASSWORD_APP', engine: 'PEEL_DB_PASSWORD_ENGINE', relay: 'PEEL_DB_PASSWORD_RELAY', watchdog: 'PEEL_DB_PASSWORD_WATCHDOG',
} as const satisfies Record<DatabaseRole, keyof Config>;

/** The connection string of one of Peel's own roles (never a superuser). */
export function roleUrl(config: Config, role: DatabaseRole): string {
  const url = new URL(config.DATABASE_URL);
  url.username = `peel_${role}`;
  url.password = config[PASSWORDS[role]];
  return url.href;
}

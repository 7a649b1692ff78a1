/** The embedded server cannot run here, or not now. The message is one sentence for the person who typed the command. */
export class EmbeddedPostgresUnavailable extends Error {
  override readonly name = 'EmbeddedPostgresUnavailable';
}

/** How a message of this kind ends where the embedded server will not do. */
export const useAServer = 'set DATABASE_URL to a PostgreSQL server of yours, for example postgres://user:password@host:5432/vouchsafe';

import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

export interface Mail {
  /** The same at every attempt. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What carries mails. */
export interface Post {
  /** @throws MailRefused if no other attempt would end otherwise; anything else may pass */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

const DOMAIN = 'vouchsafe.invalid';

/** The same id makes the same Message-ID, by which mail servers and programs tell a repeat. */
const messageOf = (from: string, { id, to, subject, text }: Mail) => ({
  from, to, subject, text, messageId: `<${id}@${DOMAIN}>`, disableFileAccess: true, disableUrlAccess: true,
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
});

// All of these together stay below what an attempt may last.
const SMTP_LIMITS = { connectionTimeout: 4_000, greetingTimeout: 4_000, socketTimeout: 8_000, dnsTimeout: 3_000 };

/** A real mail server. */
export const smtpPost = (url: string, from: string): Post => {
  const transport = createTransport({ url, ...SMTP_LIMITS, pool: true, maxConnections: 4 } as Parameters<typeof createTransport>[0]);
  return {
    send: async (mail) => {
      try {
        await transport.sendMail(messageOf(from, mail));
      } catch (error) {
        const { responseCode } = error as { responseCode?: number };
        // The server's words may quote the address.
        if (responseCode !== undefined && responseCode >= 500) throw new MailRefused(`the mail server answered ${responseCode}`);
        throw new Error(responseCode === undefined ? `the mail server was not reached (${(error as { code?: string }).code ?? 'unknown'})` : `the mail server answered ${responseCode}`);
      }
    },
    close: () => transport.close(),
  };
};

/** Development: mails are written into a folder and sent to nobody. The same mail again is the same file. */
export const outboxPost = (folder: string, from: string): Post => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(messageOf(from, mail)) as { message: Buffer };
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${mail.id}.eml`);
      await writeFile(`${file}.part`, message, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    close: () => transport.close(),
  };
};

import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A mail server that takes what it is given, or answers a recipient as the spec says. */
export const smtpServer = async (answerTo: (recipient: string) => string = () => '250 OK') => {
  const received: string[] = [];
  const server = createServer((socket) => {
    let isData = false;
    let text = '';
    let waiting = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const line = (command: string): void => {
      if (isData) {
        if (command !== '.') { text += `${command}\n`; return; }
        isData = false;
        received.push(text);
        text = '';
        say('250 taken');
      } else if (/^(EHLO|HELO)/i.test(command)) say('250 mail.example');
      else if (/^RCPT/i.test(command)) say(answerTo(/<(.*)>/.exec(command)?.[1] ?? ''));
      else if (/^DATA/i.test(command)) { isData = true; say('354 go on'); }
      else if (/^QUIT/i.test(command)) socket.end('221 bye\r\n');
      else say('250 OK');
    };
    say('220 mail.example');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (waiting + chunk).split('\r\n');
      waiting = lines.pop()!;
      lines.forEach(line);
    }).on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received,
    close: async () => { server.close(); await once(server, 'close'); },
  };
};

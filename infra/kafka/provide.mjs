// Where a broker's programs come from: a Java of this machine, and Kafka's jars, fetched once by Maven and kept outside the tree.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, constants, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const KAFKA = '4.3.1';
const OLDEST_JAVA = 17;
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** No broker can run here. The message is one sentence for the person who typed the command. */
export class KafkaUnavailable extends Error {
  name = 'KafkaUnavailable';
}

/** Runs a program to its end.
 * @returns its status and what it said; status 127 where there is no such program */
export const capture = (command, args, options = {}) => new Promise((done) => {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { said += text; });
  child.once('error', (error) => done({ status: 127, said: error.message }));
  child.once('close', (status) => done({ status: status ?? 1, said }));
});

const onPath = async (program) => {
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const file = join(folder, program);
    if (await access(file, constants.X_OK).then(() => true, () => false)) return file;
  }
  return undefined;
};

const javaVersion = async (java) => Number(/version "(?:1\.)?(\d+)/.exec((await capture(java, ['-version'])).said)?.[1] ?? 0);

const findJava = async () => {
  const candidates = [process.env.JAVA_HOME && join(process.env.JAVA_HOME, 'bin/java'), await onPath('java')].filter(Boolean);
  for (const java of candidates) if (await javaVersion(java) >= OLDEST_JAVA) return java;
  return undefined;
};

/** What a build machine lacks is installed; on a person's machine we only say what is missing. */
const mayInstall = async () => Boolean(process.env.CI) && process.env.CI !== 'false' && process.getuid?.() === 0 && Boolean(await onPath('apt-get'));

const install = async (onProgress) => {
  onProgress('installing Java and Maven with apt-get');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await capture('apt-get', ['update'], { env });
  for (const java of ['openjdk-17-jre-headless', 'default-jre-headless']) { // newer Debians have no 17
    const { status } = await capture('apt-get', ['install', '-y', '--no-install-recommends', java, 'maven'], { env });
    if (status === 0) return;
  }
};

const cacheFolder = () => join(process.env.XDG_CACHE_HOME?.trim() || join(homedir(), '.cache'), 'vouchsafe', `kafka-${KAFKA}`);

/** Every jar by name and SHA-256, as we have read and run them. */
const known = async () => new Map((await readFile(here('jars.sha256'), 'utf8')).trim().split('\n').map((line) => line.split(/\s+/)).map(([hash, name]) => [name, hash]));

/** @returns what differs from the known jars; empty if nothing does */
const differences = async (folder) => {
  const [jars, expected] = [await readdir(folder).catch(() => []), await known()];
  const odd = jars.filter((name) => !expected.has(name));
  for (const [name, hash] of expected) {
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== hash) odd.push(name);
  }
  return odd;
};

const fetchJars = async (cache, onProgress) => {
  const maven = await onPath('mvn');
  if (!maven) throw new KafkaUnavailable(`A Kafka broker needs Maven once, to fetch Kafka ${KAFKA}: install Maven (mvn), or set KAFKA_BROKERS to a broker of yours.`);
  onProgress(`fetching Kafka ${KAFKA} (44 MB, once)`);
  await mkdir(dirname(cache), { recursive: true });
  const draft = await mkdtemp(`${cache}-`); // beside its place: a rename there is atomic
  try {
    await copyFile(here('pom.xml'), join(draft, 'pom.xml'));
    const { status, said } = await capture(maven, ['-q', '-B', '-f', join(draft, 'pom.xml'), 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${join(draft, 'lib')}`]);
    if (status !== 0) throw new KafkaUnavailable(`Maven could not fetch Kafka ${KAFKA}: ${/ERROR\S* (.*)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1)}`);
    const odd = await differences(join(draft, 'lib'));
    if (odd.length > 0) throw new KafkaUnavailable(`Maven fetched other files than those we know (${odd.join(', ')}), so Kafka ${KAFKA} was not kept.`);
    await rename(draft, cache).catch(async (error) => { // another process was first, unless something else is wrong
      if ((await differences(join(cache, 'lib'))).length > 0) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};

/** Finds Java and Kafka's jars, fetching these the first time.
 * @returns the program, and a class path
 * @throws KafkaUnavailable with one sentence that says what is missing */
export const provideKafka = async ({ onProgress = () => {} } = {}) => {
  const cache = cacheFolder();
  const isFetched = await access(join(cache, 'lib')).then(() => true, () => false); // it got its name only when it was whole
  if (!(await findJava() && (isFetched || await onPath('mvn'))) && await mayInstall()) await install(onProgress);
  const java = await findJava();
  if (!java) throw new KafkaUnavailable(`A Kafka broker needs Java ${OLDEST_JAVA} or newer: install it (on Debian openjdk-17-jre-headless), or set KAFKA_BROKERS to a broker of yours.`);
  if (!isFetched) await fetchJars(cache, onProgress);
  return { java, classPath: join(cache, 'lib', '*') };
};

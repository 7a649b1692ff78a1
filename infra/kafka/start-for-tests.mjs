// A broker for tests, from what the machine has: a container engine, else Java.
import { dockerAnswers, startKafkaInDocker } from './docker.mjs';
import { startKafka } from './start.mjs';

/** @param folder for its data, removed by `stop`
 * @returns as `startKafka` does, where `nodes` may lack the numbers of processes
 * @throws KafkaUnavailable with one sentence */
export const startKafkaForTests = async (folder, onProgress = () => {}) => {
  const options = { heap: '256m', onProgress };
  if (await dockerAnswers()) {
    try {
      return await startKafkaInDocker(options);
    } catch (error) {
      onProgress(`${error.message}; trying Java`);
    }
  }
  return await startKafka({ ...options, folder, temporary: true, quick: true });
};

/** A topic that does not exist: topics are made by `ensureTopics` alone, never by writing to them. */
export class UnknownTopic extends Error {
  override readonly name = 'UnknownTopic';
  constructor(readonly topic: string) {
    super(`The topic ${topic} does not exist.`);
  }
}

/** A topic that is there in another shape than ours: its keys would lie in other partitions. */
export class WrongTopic extends Error {
  override readonly name = 'WrongTopic';
  constructor(readonly topic: string, readonly actual: number, readonly expected: number) {
    super(`The topic ${topic} has ${actual} partitions where ${expected} are needed: keys would move. Make a topic under another name and move the relay over.`);
  }
}

export class TransportClosed extends Error {
  override readonly name = 'TransportClosed';
  constructor() {
    super('The transport was closed.');
  }
}

/** The broker cannot be used by this client. The message says of which request, and what to do. */
export class IncompatibleBroker extends Error {
  override readonly name = 'IncompatibleBroker';
}

import { openKafka } from '@vouchsafe/messaging';
import { describeWithKafka } from '@vouchsafe/messaging/testing';
import { kafkaUnderTest } from './kafka-under-test.js';
import { transportContract } from './transport.contract.js';

describeWithKafka('Kafka', ({ brokers }) => transportContract('kafkajs', () => kafkaUnderTest(brokers, (options) => openKafka({ client: 'kafkajs', ...options }))));

export { describeWithKafka, ownTopic, type KafkaForSpecs } from './kafka-for-specs.testing.js';

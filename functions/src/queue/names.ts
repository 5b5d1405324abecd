/** The names of the queues on AWS, for who makes them, shows them and empties their dead letters. */

/** The queue's name in a stage. */
export const deployedQueueName = (stage: string, queue: string): string => `hanoi-ideas-${stage}-${queue}`;

/** The name of the queue with its dead letters. */
export const deadLettersName = (stage: string, queue: string): string => `${deployedQueueName(stage, queue)}-dead`;

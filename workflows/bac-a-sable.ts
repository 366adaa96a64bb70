/**
 * Loaded once in the sandbox of the workflows, before any of them (worker/bundle.ts). The SDK writes down the stack of
 * each promise that a workflow makes, which cost nearly half of its thread (docs/decisions/0028): two lines are enough
 * to say where a bug is, and a history can be replayed elsewhere.
 */
Error.stackTraceLimit = 2;

/** On the real servers a test takes the time that the work takes; one that hangs is still told apart. */
jest.setTimeout(120_000);

/**
 * The part of Lambda's Node runtime that lives in the function's process, small: loads the handler, then asks the Runtime API
 * for one event after another. (AWS's own, aws-lambda-ric, wants a C++ build while it is installed.)
 */
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { AWS_LAMBDA_RUNTIME_API, LAMBDA_TASK_ROOT, _HANDLER } = process.env;
const [host, port] = AWS_LAMBDA_RUNTIME_API.split(':');
const base = '/2018-06-01/runtime';

/** One call of the Runtime API. */
function call(method, path, body) {
  return new Promise((done, fail) => {
    const sent = request({ host, port, method, path: base + path }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => done({ headers: answer.headers, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

const describeError = (error) =>
  JSON.stringify({
    errorType: error?.name ?? 'Error',
    errorMessage: String(error?.message ?? error),
    trace: error?.stack,
  });

async function loadHandler() {
  const [file, name] = _HANDLER.split('.');
  const path = ['.js', '.mjs', '.cjs'].map((end) => join(LAMBDA_TASK_ROOT, file + end)).find(existsSync);
  if (!path) throw new Error(`Cannot find module '${file}'`);
  const { [name]: handler } = await import(pathToFileURL(path).href);
  if (typeof handler !== 'function') throw new Error(`${_HANDLER} is undefined or not exported`);
  return handler;
}

function contextOf(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  return {
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
}

let handler;
try {
  handler = await loadHandler();
} catch (error) {
  await call('POST', '/init/error', describeError(error));
  process.exit(1);
}
for (;;) {
  const { headers, text } = await call('GET', '/invocation/next');
  const id = headers['lambda-runtime-aws-request-id'];
  process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
  try {
    const result = await handler(JSON.parse(text), contextOf(headers));
    await call('POST', `/invocation/${id}/response`, JSON.stringify(result) ?? 'null');
  } catch (error) {
    await call('POST', `/invocation/${id}/error`, describeError(error));
  }
}

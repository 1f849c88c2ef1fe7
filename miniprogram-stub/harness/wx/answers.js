// How every wx.* call answers: callbacks when they are given, else a promise.
export function succeed(options, result = {}) {
  options?.success?.(result);
  options?.complete?.(result);
  return Promise.resolve(result);
}

export function fail(options, errMsg, more = {}) {
  const error = { errMsg, ...more };
  options?.fail?.(error);
  options?.complete?.(error);
  return options?.fail || options?.complete ? Promise.resolve(error) : Promise.reject(error);
}

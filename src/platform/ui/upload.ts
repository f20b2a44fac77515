import { ApiError, apiUrl, problemOf } from "./api.ts";

/** Sends files as one form and reads the answer; tells what share (0-1) has been sent. Throws `ApiError`. */
export function upload<T>(
  path: string,
  files: readonly { readonly name: string; readonly file: Blob }[],
  onSent: (share: number) => void,
): Promise<T> {
  const form = new FormData();
  for (const { name, file } of files) form.append("files", file, name);
  const request = new XMLHttpRequest();
  return new Promise((done, failed) => {
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onerror = () => failed(new ApiError({ status: 0, code: "no-answer", detail: null, problems: [] }));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) done(body as T);
      else failed(new ApiError(problemOf(request.status, body)));
    };
    request.open("POST", apiUrl(path));
    request.setRequestHeader("x-springbraet", "1");
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

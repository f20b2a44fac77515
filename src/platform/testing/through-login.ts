/** Goes through a provider's pages as a browser does, and gives the address it is sent back to. */
export async function throughLogin(to: URL, name: string, password = name): Promise<URL> {
  const cookies = new Map<string, string>();
  const go = async (at: URL, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join("; ");
    const answer = await fetch(at, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, key = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(key, value);
    }
    return answer;
  };
  let at = to;
  let answer = await go(at);
  while (true) {
    const next = answer.headers.get("location");
    if (next !== null) {
      const before = at.origin;
      at = new URL(next, at);
      if (at.origin !== before) return at;
      answer = await go(at);
    } else if (answer.ok) answer = await go(at, { method: "POST", body: new URLSearchParams({ name, password }) });
    else throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
  }
}

// Health check of the containers: exit 0 when the address answers 2xx. No curl in the image, no dependency here.
const [url] = process.argv.slice(2);
const ok = await fetch(url, { signal: AbortSignal.timeout(4000) }).then(
  (response) => response.ok,
  () => false,
);
process.exit(ok ? 0 : 1);

/**
 * A module to load first (`--import`): every way to a network or to another program tells that it was tried, and fails;
 * git alone is started.
 */
export const refusing = `data:text/javascript,${encodeURIComponent(`
  import child from 'node:child_process';
  import cluster from 'node:cluster';
  import dgram from 'node:dgram';
  import dns from 'node:dns';
  import http from 'node:http';
  import http2 from 'node:http2';
  import https from 'node:https';
  import { syncBuiltinESMExports } from 'node:module';
  import net from 'node:net';
  import tls from 'node:tls';

  const refuse = (owner, ...names) => {
    for (const name of names) {
      const was = owner[name];
      owner[name] = function (...args) {
        const first = typeof args[0] === 'string' ? ' ' + args[0] : '';
        process._rawDebug('TRIED ' + name + first);
        if (name === 'spawn' && args[0] === 'git') return was.apply(this, args);
        throw new Error('refused: ' + name);
      };
    }
  };
  refuse(child, 'spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync');
  refuse(cluster.default ?? cluster, 'fork');
  refuse(net, 'connect', 'createConnection', 'createServer');
  refuse(net.Socket.prototype, 'connect');
  refuse(net.Server.prototype, 'listen');
  refuse(tls, 'connect', 'createServer');
  refuse(dgram, 'createSocket');
  for (const web of [http, https]) refuse(web, 'request', 'get', 'createServer');
  refuse(http2, 'connect', 'createServer', 'createSecureServer');
  for (const names of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
    refuse(names, ...Object.keys(Object.getOwnPropertyDescriptors(names)).filter((name) => /^(?:resolve|lookup|reverse)/.test(name)));
  refuse(globalThis, 'fetch', 'WebSocket', 'EventSource');
  refuse(process, 'dlopen', 'binding');
  syncBuiltinESMExports();
`)}`;

/** What a process that was started so has tried, from its standard error: `spawn git`. */
export function triedIn(stderr: string): readonly string[] {
  return [...stderr.matchAll(/^TRIED (.*)$/gmu)].map(([, what = '']) => what);
}

import { ApiProblem } from '@kepu/api-client';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';

eachDatabase('the server that ships', (database) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database });
  });

  it('signs a person of the demo city in, and tells strangers apart', async () => {
    const office = await server.client('office');
    const { account, permissions } = await office.getSession();
    expect(account.identifier).toMatch(/^o.*@demo\.kepu$/);
    expect(permissions).toContain('plan:issue');
    const stranger = await server.client();
    await expect(stranger.getSession()).rejects.toMatchObject({ status: 401 });
    await expect(stranger.listPlans()).rejects.toBeInstanceOf(ApiProblem);
  });

  it('stops on SIGTERM with exit code 0, though a client keeps its connection open', async () => {
    expect((await server.fetch('/api/v1/health/live')).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  it('starts again on the same store, and knows the session from before', async () => {
    await server.restart();
    const office = await server.client('office');
    expect((await office.getSession()).permissions).toContain('plan:issue');
  });

  it('comes back after kill -9', async () => {
    await server.kill9();
    await server.restart();
    expect((await server.fetch('/api/v1/health/ready')).status).toBe(200);
  });

  it('moves its clock for a test, and back', async () => {
    await server.control.clock({ freeze: '2027-01-02T03:04:05.000Z' });
    await server.control.clock({ advanceMs: 1000 });
    await server.control.clock({ reset: true });
    const before = await server.control.statements();
    await (await server.client('office')).listUnits();
    expect(await server.control.statements()).toBeGreaterThan(before);
  });

  it('counts what requests ask of the database, not what is done in the background', async () => {
    const before = await server.control.statements();
    // A day on, everything that is to be done is due.
    await server.control.clock({ advanceMs: 86_400_000 });
    await new Promise((resolve) => { setTimeout(resolve, 3_000); });
    expect(await server.control.statements()).toBe(before);
    await server.control.clock({ reset: true });
  });
});

it('a server in production refuses demo accounts, test controls and keys of its own making, all at once', async () => {
  const refused = startServer({ database: 'sqlite', empty: true, env: { NODE_ENV: 'production', DEMO: '1', TEST_CONTROL: '1' } });
  await expect(refused).rejects.toThrow(/DEMO[^]*TEST_CONTROL[^]*KEYRING_FILE[^]*PUBLIC_URL/);
});

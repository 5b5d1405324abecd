/** The deployment on AWS: `npx sst deploy --stage NAME`. What it deploys is in infra/deploy.ts; how to, in docs/deploy.md. */
export default $config({
  async app(input) {
    const { stageOf } = await import('./infra/cdk/settings.ts');
    const { isKept, isProtected, region } = stageOf(input.stage);
    return {
      name: 'hanoi-ideas',
      home: 'aws',
      removal: isKept ? 'retain' : 'remove',
      protect: isProtected,
      // The version SST's components are written for, and the one in our lock.
      providers: { aws: { region, version: '7.20.0' } },
    };
  },
  async run() {
    const { settingsOf } = await import('./infra/settings.ts');
    const { prepareBundles, synthesiseCore } = await import('./infra/prepare.ts');
    const { deploy } = await import('./infra/deploy.ts');
    const settings = settingsOf($app.stage);
    const { root } = $cli.paths;
    return deploy(settings, { bundles: prepareBundles(root), coreTemplate: synthesiseCore(root, settings.stage) });
  },
});

/** `node infra/cdk/synth.ts STAGE`: prints the CloudFormation template of the stateful core. */
import { makeApp } from './app.ts';
import { coreSettingsOf } from './settings.ts';

const [stage] = process.argv.slice(2);
if (!stage) throw new Error('Which stage? node infra/cdk/synth.ts dev');
const { app, stack } = makeApp(coreSettingsOf(stage));
process.stdout.write(JSON.stringify(app.synth().getStackByName(stack.stackName).template));

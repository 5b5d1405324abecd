/** The rooms of core (its folders) form no circle: each stands above all that it imports, types included. Tests may look anywhere. */
const { options } = require('./.dependency-cruiser.cjs');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'rooms-of-core-form-no-circle',
      comment: 'What two rooms need of each other belongs into one below both: see docs/architecture.md.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: '[.]test[.]ts$|node_modules' }, includeOnly: '^packages/core/src' },
};

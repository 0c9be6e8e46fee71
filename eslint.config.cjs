const wordpress = require( '@wordpress/scripts/config/eslint.config.cjs' );
const plugin = require( '@wordpress/eslint-plugin' );

const tests = [ '**/*.test.{ts,tsx}', 'tests/js/**/*.{ts,tsx}', 'jest.setup.ts' ];

module.exports = [
	{
		ignores: [ 'build/**', 'dist/**', '.tmp/**', '**/vendor/**', 'languages/**', 'tools/**' ],
	},
	...wordpress,
	// The shared override knows .js and .jsx only.
	...plugin.configs[ 'test-unit' ].map( ( config ) => ( { ...config, files: tests } ) ),
	{
		rules: {
			'@wordpress/i18n-text-domain': [ 'error', { allowedTextDomain: 'amicable' } ],
			'@wordpress/dependency-group': 'off',
			'jsdoc/require-param': 'off',
			'jsdoc/require-returns': 'off',
			'jsdoc/require-returns-description': 'off',
			'jsdoc/check-param-names': 'off',
			// Reads the start of a measurement, or a cleanup handle, as an unused variable.
			'@wordpress/no-unused-vars-before-return': 'off',
			'no-nested-ternary': 'error',
		},
	},
	{
		files: [ '**/*.{ts,tsx}' ],
		rules: {
			'jsdoc/require-param-type': 'off',
			'jsdoc/require-returns-type': 'off',
			'no-undef': 'off',
			// TypeScript has looked already; the resolver's answers for packages differ.
			'import/named': 'off',
			'import/default': 'off',
			'import/no-unresolved': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
		},
	},
	{
		// The border: what the server sends is parsed, never declared to be something.
		files: [ 'src/data/**/*.{ts,tsx}' ],
		ignores: tests,
		rules: {
			'@typescript-eslint/consistent-type-assertions': [
				'error',
				{ assertionStyle: 'never' },
			],
		},
	},
	{
		files: [
			'scripts/**/*.mjs',
			'bench/**/*.mjs',
			'tests/e2e/**/*.mjs',
			'*.{js,cjs}',
			'.*.js',
		],
		rules: {
			'no-console': 'off',
			// These files use what @wordpress/scripts brings along.
			'import/no-extraneous-dependencies': 'off',
			'import/no-unresolved': 'off',
			'jsdoc/require-param-type': 'off',
			'jsdoc/require-returns-type': 'off',
		},
	},
	{
		files: tests,
		rules: { 'import/no-extraneous-dependencies': [ 'error', { devDependencies: true } ] },
	},
];

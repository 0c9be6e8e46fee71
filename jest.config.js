const base = require( '@wordpress/scripts/config/jest-unit.config' );

const [ babel ] = Object.values( base.transform );

module.exports = {
	...base,
	rootDir: __dirname,
	testMatch: [ '<rootDir>/src/**/*.test.{ts,tsx}', '<rootDir>/tests/js/**/*.test.{ts,tsx}' ],
	testPathIgnorePatterns: [ '/node_modules/', '/vendor/', '/build/', '/.tmp/' ],
	modulePathIgnorePatterns: [ '<rootDir>/.tmp/', '<rootDir>/build/', '<rootDir>/dist/' ],
	// Packages that ship as ES modules only must become CommonJS for jest on Node 20.
	transform: { '\\.m?[jt]sx?$': babel },
	transformIgnorePatterns: [
		'/node_modules/(?!(?:.*/node_modules/)?(@wordpress/theme|uuid|d3-[a-z-]+|internmap)/)',
	],
	// Longer than one wait of jest.setup.ts: a form is typed into key by key, and machines that run two phases at once are slow.
	testTimeout: 30_000,
	setupFilesAfterEnv: [ ...( base.setupFilesAfterEnv ?? [] ), '<rootDir>/jest.setup.ts' ],
};

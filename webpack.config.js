const { existsSync, readdirSync } = require( 'fs' );
const { join, resolve } = require( 'path' );
const base = require( '@wordpress/scripts/config/webpack.config' );

const root = __dirname;
const indexIn = ( folder ) =>
	[ 'index.tsx', 'index.ts' ].map( ( file ) => join( folder, file ) ).find( existsSync );

/** One entry for the admin app, one per folder of src/embeds: the file name is the script handle. */
function entries() {
	const found = { 'amicable-admin': indexIn( join( root, 'src' ) ) };
	const embeds = join( root, 'src/embeds' );
	for ( const name of existsSync( embeds ) ? readdirSync( embeds ) : [] ) {
		found[ `amicable-${ name }` ] = indexIn( join( embeds, name ) );
	}
	return Object.fromEntries( Object.entries( found ).filter( ( [ , file ] ) => file ) );
}

module.exports = {
	...base,
	entry: entries,
	// scripts/size.mjs knows the budgets.
	performance: { hints: false },
	output: {
		...base.output,
		path: resolve( root, 'build' ),
		// Two builds of this plugin on one page (ours and a fork's) must not share a chunk registry.
		uniqueName: 'amicable',
	},
	module: {
		...base.module,
		rules: [
			...base.module.rules,
			{
				test: /[\\/]node_modules[\\/]@wordpress[\\/](dataviews|ui)[\\/].*\.m?js$/,
				use: [ require.resolve( './scripts/webpack/our-domain' ) ],
			},
		],
	},
	optimization: {
		...base.optimization,
		splitChunks: {
			...base.optimization.splitChunks,
			cacheGroups: {
				...base.optimization.splitChunks.cacheGroups,
				// The table is most of our bytes: its own file, fetched with the first list.
				dataviews: {
					test: /[\\/]node_modules[\\/](@wordpress[\\/](dataviews|ui|theme|style-runtime)|@ariakit|@base-ui|@floating-ui|@date-fns|date-fns|react-day-picker|colord|remove-accents|fast-deep-equal|use-sync-external-store|reselect|tabbable)[\\/].*\.m?js$/,
					chunks: 'async',
					name: 'amicable-dataviews',
					priority: 20,
					enforce: true,
				},
			},
		},
	},
};

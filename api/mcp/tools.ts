import type { Tool } from './tool.ts';
import { askTool } from './tools/ask-tool.ts';
import { entityTool } from './tools/entity-tool.ts';
import { neighbourhoodTool } from './tools/neighbourhood-tool.ts';
import { pageTool } from './tools/page-tool.ts';
import { searchTool } from './tools/search-tool.ts';
import { verifyTool } from './tools/verify-tool.ts';

/** All that a client of the protocol may call; none of them changes what the documents say. */
export const TOOLS: readonly Tool[] = [searchTool, askTool, verifyTool, entityTool, neighbourhoodTool, pageTool];

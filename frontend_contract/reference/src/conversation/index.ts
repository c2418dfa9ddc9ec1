// What pages take from the conversation.

export { Conversation, type ConversationProps } from "./Conversation";

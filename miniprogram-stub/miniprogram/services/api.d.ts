// Generated from /openapi.json by `make types`.
export interface paths {
    "/v1/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with the code of `wx.login` */
        post: operations["log_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am here */
        get: operations["read_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End every session of mine, on every phone */
        post: operations["sign_out_everywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give my phone number, with the code of `getPhoneNumber`, or with one that came by SMS */
        post: operations["bind_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a code sent by SMS: good once, for five minutes and five tries; the one before is worthless */
        post: operations["send_otp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/voice-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the registered phone rung: a code is read aloud, and keyed back into it. Then it is as sure as a face
         * @description For an agent, on behalf of who is on the line, who neither hears, sees nor types the code.
         */
        post: operations["ring_with_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/otp/{otp_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a code of mine has left, and whether my phone has it */
        get: operations["read_otp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock my account, alone and at any hour: with a code to my phone and the number of my paper */
        post: operations["unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the account I had with another WeChat: with name, number, and a code to the phone it has
         * @description Every session ends; logging in again with this WeChat leads to that account, and the old device is told.
         */
        post: operations["recover_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For staff: the secret for an authenticator; the same again until it was used for the first time */
        post: operations["set_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/pairing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For staff: a code to be typed at the desk, good once and for five minutes */
        post: operations["pair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in at the desk with the code shown in one's mini program and the authenticator's; for twelve hours */
        post: operations["log_in_at_desk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Prove who I am with name and identity number, by the register or by the carrier; again changes nothing */
        put: operations["prove_identity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite somebody of my family to do things for me; `id` is made by the client, `code` goes to them by WeChat
         * @description Good for seven days and for one person; what it gives goes on until I take it back, or to the day I chose.
         */
        post: operations["invite_family"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation would let me do, and for whom, before I accept it */
        post: operations["read_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept it; from now on `X-Acting-For` with that person's id does what it gives */
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/families": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom I let do what, newest first, also what has ended; and for whom I may do what */
        get: operations["list_families"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{grant_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take it back, also before it was accepted; or give up what was given to me. The next request feels it
         * @description A guardian takes back what others were given; what a court gave, nobody ends here but who holds it.
         */
        post: operations["end_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{person_id}/guardianship/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A court took it back, or it was registered by mistake: this person's guardianship ends now; both are told */
        post: operations["end_guardianship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/family-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done in my name by whom I let, latest day first */
        get: operations["list_family_acts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who else was shown something of mine: who, what for, and when; each once an hour, latest first
         * @description To a guardian without what was looked at in cases: somebody may be asking there to be guardian instead.
         */
        get: operations["list_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every document I may be asked to agree to, as it reads now, and whether I did */
        get: operations["list_consents"];
        put?: never;
        /**
         * Agree to a document as it was shown, or take it back; the next request feels it. A guardian does it for who
         * @description cannot.
         */
        post: operations["answer_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/consents/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything I ever agreed to and took back, with the words that were shown; latest first */
        get: operations["list_answers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/managed-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I asked for, for elders without WeChat and by courts' papers, newest first, also what has its answer */
        get: operations["list_entrustments"];
        put?: never;
        /**
         * Ask for an account of an elder who has no WeChat; `id` is made by the client, and the same again is the same
         * @description Then they are to be rung. Where the phone is not known to be theirs, one of us rings: refused with the case.
         */
        post: operations["open_for_elder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/managed-accounts/{grant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How it stands: who acts next, and by when */
        get: operations["read_entrustment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/managed-accounts/{grant_id}/ring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the elder rung: what I ask for is read aloud, and they key 1 for yes or 2 for no. Not at night */
        post: operations["ring_elder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/guardianships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in a court's paper that makes me somebody's guardian, sent before by `POST /v1/me/papers`
         * @description Refused with the case of who of us looks at it, until that is decided; then the same again is how it ended.
         */
        post: operations["become_guardian"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I can prove who I am, and what is in the way of each; three are always open */
        get: operations["list_ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/face-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a face check; `id` is made by the client, and the same again gives the same token */
        post: operations["begin_face_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/face-checks/{check_id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What came of it: passed, waiting, or refused with what to do about it. Asking again changes nothing */
        post: operations["read_face_result"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to send a photo of me with my card, or go on: `id` is made by the client, and good for seven days */
        post: operations["begin_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/papers/{paper_id}/hand-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand it in with the name and number it shows; refused with the case of who of us looks at it
         * @description Who has been proven by it is answered as who they are now.
         */
        post: operations["hand_in_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cards/activations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activate a card with the code printed on it; `id` is made by the client and names the new card */
        post: operations["activate_card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My cards */
        get: operations["list_cards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cards/{card_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One card of mine */
        get: operations["read_card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/activation-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue activation codes for printing on cards; their plain text is in this answer and nowhere else */
        post: operations["issue_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/activation-codes/{batch_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a batch worthless that was lost or printed wrongly; what was activated before stays a card */
        post: operations["revoke_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be booked, and today's price */
        get: operations["list_services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/caregivers/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who can come at that time, best first, with reasons and the price */
        post: operations["search_caregivers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/caregivers/{caregiver_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One caregiver: experience, credentials, ratings */
        get: operations["read_caregiver"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My visits, latest start first */
        get: operations["list_visits"];
        put?: never;
        /** Book a caregiver to the home; `id` is made by the client, and the price is set aside from the wallet */
        post: operations["book_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One visit of mine: where it stands and who acts next */
        get: operations["read_visit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say yes to what family asked for above what they may spend; the no is to cancel it */
        post: operations["approve_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel, free of charge, until the service begins */
        post: operations["cancel_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose another time of the same caregiver, until she sets out; she is asked anew, and the price stays */
        post: operations["reschedule_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give 1 to 5 stars and a few words, once */
        post: operations["review_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/caregiver/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My visits from yesterday to a week ahead, by start */
        get: operations["read_agenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/caregiver/visits/{visit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One visit of my agenda; the address from acceptance to check-out */
        get: operations["read_visit_as_caregiver"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the visit */
        post: operations["accept_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the visit to somebody else; the family is told and its money is free at once */
        post: operations["decline_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/depart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set out; from two hours before the start */
        post: operations["depart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin the service, from half an hour before the start; away from the home it counts with a flag */
        post: operations["check_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the service; the bill is made from the time between check-in and check-out */
        post: operations["check_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/caregivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enrol a caregiver; she is offered to families once she has logged in with that phone */
        post: operations["enrol_caregiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My prepaid balance: what is free, and what is set aside for booked visits */
        get: operations["read_wallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallet/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The journal of my wallet, visits before top-ups, newest first in each
         * @description What came in and what was billed add up to what is free and held.
         */
        get: operations["list_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallet/top-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order a top-up; `id` is made by the client
         * @description The same request again is the same order: it tells whether the money has come, or gives fresh parameters.
         */
        post: operations["order_top_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My bills, latest booked visit first */
        get: operations["list_bills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bills/{visit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bill of one visit of mine */
        get: operations["read_bill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wechat/pay/notify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For WeChat Pay: a payment notification. The same payment is credited once, however often it is told */
        post: operations["hear_of_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My messages, newest first; everything we told me is here, whatever WeChat did */
        get: operations["read_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox/{message_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a message as read */
        post: operations["mark_message_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I want to be told things */
        get: operations["read_preferences"];
        /** Choose how I am told things; calls that concern my safety come all the same, and the inbox has everything */
        put: operations["set_preferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The visits of everybody who lets me see them, a day back and a day ahead; each of them sees that I looked */
        get: operations["read_digest"];
        /** Have one digest a day at an hour of where I live, or none; news of my family keep its nights quiet too */
        put: operations["set_digest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/templates-to-ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which subscription templates to ask for at the next tap; none when a popup would only disturb */
        get: operations["list_templates_to_ask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell what the subscription popup answered; WeChat's own notice is what counts */
        post: operations["note_subscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{person_id}/silence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** We were told that this person has died: no message goes out to them any more. The first time counts */
        post: operations["silence_the_dead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/people/{person_id}/silence/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It was an error: messages go out again. A closed account stays silent; only its owner chooses anew */
        post: operations["lift_silence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/gateways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the gateways for SMS do, and what this month's SMS cost so far */
        get: operations["read_gateways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wechat/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For WeChat: is this address ours? Answers with `echostr` as it came */
        get: operations["check_push_address"];
        put?: never;
        /** For WeChat: something happened to a person's subscriptions or account. Kept first, acted on after */
        post: operations["hear_of_push"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-causes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people get stuck at, what each may be about, and how soon we answer */
        get: operations["list_causes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My cases, newest first */
        get: operations["list_cases"];
        put?: never;
        /**
         * Ask for help with a card, a visit, a payment or anything else; `id` is made by the client
         * @description Within a day of the last word about the same thing the answer is the case there is, with these words added.
         */
        post: operations["open_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case of mine: what was said, who acts next, by when */
        get: operations["read_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something more; a closed case is open again */
        post: operations["say"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case_id}/not-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It was not me who rang up: nothing more is done in my name, and another colleague looks into it */
        post: operations["disown_talk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case_id}/photos/{post_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The photo sent with one of the words of a case of mine */
        get: operations["read_photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timeline/{subject_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a card, visit, payment or I myself stand: the one link that is blocked, who acts, by when, what to do */
        get: operations["read_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cards/{card_id}/diagnosis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check a card layer by layer, up to the first that does not hold, with what helps */
        get: operations["diagnose_card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/timeline/{subject_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the person sees of the same thing, word for word; who looked is logged */
        get: operations["read_timeline_as_staff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My queues, and the closed lists of queues, causes and actions */
        get: operations["read_desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/queues/{queue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open cases of a queue, those whose promise ends first on top */
        get: operations["read_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case with its clocks, and with what colleagues said among themselves; who looked is logged */
        get: operations["read_case_as_staff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/cases/{case_id}/photos/{post_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The photo a person sent with one of their words; who looked is logged */
        get: operations["read_photo_as_staff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/cases/{case_id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The photo of the holder with their card, for who owns the case and decides on it; who looked is logged */
        get: operations["read_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/cases/{case_id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a case, and the call about it; one of two who press at once has it */
        post: operations["claim_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/cases/{case_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the person; with `waits` the next word is theirs, and the clock of the matter stands still */
        post: operations["reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/cases/{case_id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the task to another queue, with a word to the colleagues there; the person does not feel it */
        post: operations["hand_over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/cases/{case_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a case with its cause, what was done, and a last word to the person */
        post: operations["close_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/cases/{case_id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or decline what waits for it; approved, the person goes on without typing anything again */
        post: operations["decide_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/cases/{case_id}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read name and number in the clear, with a reason that stays on the case; for its owner */
        post: operations["unmask_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who is on the phone said who they are, and agreed that we act for them: with `X-Acting-For`, half an hour
         * @description Kept as a case; within a day of the last word about the same thing it is the one there is, chat or phone.
         */
        post: operations["start_talk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/talks/{talk_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hung up: nothing more may be done for the caller. A later talk with them is another */
        post: operations["end_talk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The causes at which many are stuck, each with how many cases */
        get: operations["list_problems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/problems/{problem_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is mended: everybody linked is told so, in their own case. For supervisors */
        post: operations["close_problem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every promise with a figure, recomputed from what happened; of visits at most the last ten days */
        get: operations["read_promises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Be on duty for a queue: called when a case is urgent or a promise runs low; turn 1 first */
        post: operations["take_shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/duty/{shift_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a shift of mine off the roster; a supervisor anybody's */
        post: operations["cancel_shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/roster/{queue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is on duty for a queue from now on */
        get: operations["read_roster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/story/{story_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened to a visit, card, top-up, case, person or request; who looked is logged */
        get: operations["read_story"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alive; asks nobody else */
        get: operations["read_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready: every table answers and the secrets can be read */
        get: operations["read_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["read_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Account
         * @description A leg says by how much the claim of an account grows; what came in from outside stands negative.
         * @enum {string}
         */
        Account: "wechat_pay" | "wallet" | "care_revenue";
        /**
         * ActView
         * @description `asks_fen`: what the person was only asked for.
         */
        ActView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Relation Name */
            relation_name: string;
            /** Name Masked */
            name_masked: string | null;
            /** What */
            what: string;
            /** About */
            about: string;
            /** Spends Fen */
            spends_fen: number;
            /** Asks Fen */
            asks_fen: number;
        };
        /** ActivateCard */
        ActivateCard: {
            /** Id */
            id: string;
            /** Activation Code */
            activation_code: string;
        };
        /** ActsView */
        ActsView: {
            /** Items */
            items: components["schemas"]["ActView"][];
            /** Next */
            next: string | null;
        };
        /** Address */
        Address: {
            /** Text */
            text: string;
            location: components["schemas"]["Place"];
        };
        /** AgendaView */
        AgendaView: {
            /** Items */
            items: components["schemas"]["VisitView"][];
        };
        /**
         * AnswerConsent
         * @description `version` and `hash` are of the document that was on the screen, for so many seconds before the answer.
         */
        AnswerConsent: {
            kind: components["schemas"]["Consent"];
            /** Version */
            version: number;
            /** Hash */
            hash: string;
            /** Accepted */
            accepted: boolean;
            /** Shown For S */
            shown_for_s: number;
        };
        /**
         * AnswerView
         * @description What was on the screen, since when, and what was answered.
         */
        AnswerView: {
            kind: components["schemas"]["Consent"];
            /** Version */
            version: number;
            /** Hash */
            hash: string;
            /** Title */
            title: string;
            /** Text */
            text: string[];
            /** Accepted */
            accepted: boolean;
            /**
             * Shown At
             * Format: date-time
             */
            shown_at: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** AnswersView */
        AnswersView: {
            /** Items */
            items: components["schemas"]["AnswerView"][];
            /** Next */
            next: string | null;
        };
        /**
         * ApplicantView
         * @description Who asks to act for an elder. `asks`, with their name, is read to the elder word for word; unmasked as the name
         *     is. `instead_of_another`: there is a guardian, whose guardianship ends with this one.
         */
        ApplicantView: {
            /** Name Masked */
            name_masked: string;
            /** Number Masked */
            number_masked: string;
            /** Name */
            name: string | null;
            /** Id Number */
            id_number: string | null;
            /** Relation Name */
            relation_name: string;
            /** Asks */
            asks: string | null;
            /** Instead Of Another */
            instead_of_another: boolean;
        };
        /**
         * ApplicationView
         * @description What waits for a decision. Name, number, phone and code points are null until the owner asked for them.
         *
         *     `spelled_otherwise`: the register confirms name and number, the name in another spelling with these code points.
         *     `paper`: a photo of the holder with their card, or of a court's paper, was handed in with it. `applicant` asks to
         *     act for this elder, who is to be rung if `rings`; `until` is the last day of a guardianship.
         */
        ApplicationView: {
            /**
             * Applied At
             * Format: date-time
             */
            applied_at: string;
            /** Name Masked */
            name_masked: string;
            /** Number Masked */
            number_masked: string;
            /** Name */
            name: string | null;
            /** Id Number */
            id_number: string | null;
            /** Code Points */
            code_points: string[] | null;
            /** Spelled Otherwise */
            spelled_otherwise: boolean;
            /** Paper */
            paper: boolean;
            applicant: components["schemas"]["ApplicantView"] | null;
            /** Rings */
            rings: boolean;
            /** Phone */
            phone: string | null;
            /** Until */
            until: string | null;
            /** Register Name */
            register_name: string | null;
            /** Register Code Points */
            register_code_points: string[] | null;
        };
        /** AskForOtp */
        AskForOtp: {
            /** Phone */
            phone: string;
            /**
             * Purpose
             * @enum {string}
             */
            purpose: "phone" | "unlock" | "recover";
        };
        /**
         * Assurance
         * @description `known`: what was said is right, and others may know it. `held`: it also took what only they have or are.
         * @enum {string}
         */
        Assurance: "known" | "held";
        /** AtDeskView */
        AtDeskView: {
            /** Token */
            token: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Person Id */
            person_id: string;
            /** Roles */
            roles: components["schemas"]["Role"][];
        };
        /**
         * Author
         * @description `colleagues`: an internal word, which its person never sees.
         * @enum {string}
         */
        Author: "person" | "staff" | "colleagues";
        /**
         * BatchView
         * @description `use_by` is the last day on which its codes can be activated, `revoked_for` why they no longer can.
         */
        BatchView: {
            /** Id */
            id: string;
            /** Count */
            count: number;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Use By */
            use_by: string | null;
            /** Revoked At */
            revoked_at: string | null;
            /** Revoked For */
            revoked_for: string | null;
        };
        /**
         * BecomeGuardian
         * @description `paper_id` is the court's paper, sent before; `until` its last day, inclusive, five years ahead at most.
         *
         *     `phone` is where the elder can be told something, if there is one.
         */
        BecomeGuardian: {
            /** Id */
            id: string;
            relation: components["schemas"]["Relation"];
            /** Name */
            name: string;
            /** Id Number */
            id_number: string;
            /** Paper Id */
            paper_id: string;
            /**
             * Until
             * Format: date
             */
            until: string;
            /**
             * Phone
             * @default null
             */
            phone: string | null;
            /**
             * Limit Fen
             * @default 0
             */
            limit_fen: number;
        };
        /** BeginFaceCheck */
        BeginFaceCheck: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Id Number */
            id_number: string;
        };
        /**
         * BeginPaper
         * @description `size` in bytes, of the whole file.
         */
        BeginPaper: {
            /** Id */
            id: string;
            content_type: components["schemas"]["PaperType"];
            /** Size */
            size: number;
        };
        /** BillLineView */
        BillLineView: {
            /** Text */
            text: string;
            /** Half Hours */
            half_hours: number;
            /** Half Hour Fen */
            half_hour_fen: number;
            /** Amount Fen */
            amount_fen: number;
            /** Tariff Version */
            tariff_version: string;
        };
        /**
         * BillView
         * @description An itemised bill; `rule` says in one sentence how minutes became half hours.
         */
        BillView: {
            /** Visit Id */
            visit_id: string;
            /** Service Name */
            service_name: string;
            /**
             * Checked In At
             * Format: date-time
             */
            checked_in_at: string;
            /**
             * Checked Out At
             * Format: date-time
             */
            checked_out_at: string;
            /** Actual Minutes */
            actual_minutes: number;
            /** Booked Half Hours */
            booked_half_hours: number;
            /** Billed Half Hours */
            billed_half_hours: number;
            /** Lines */
            lines: components["schemas"]["BillLineView"][];
            /** Amount Fen */
            amount_fen: number;
            /** Paid From */
            paid_from: components["schemas"]["PaidFromView"][];
            /** Released Fen */
            released_fen: number;
            /** Rule */
            rule: string;
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Summary */
            summary: string;
        };
        /** BillsView */
        BillsView: {
            /** Items */
            items: components["schemas"]["BillView"][];
            /** Next */
            next: string | null;
        };
        /**
         * BindPhone
         * @description By WeChat's `code`, or by a code that came by SMS: `otp_id` and `otp`.
         */
        BindPhone: {
            /**
             * Code
             * @default null
             */
            code: string | null;
            /**
             * Otp Id
             * @default null
             */
            otp_id: string | null;
            /**
             * Otp
             * @default null
             */
            otp: string | null;
        } & ({
            code: string;
            otp_id?: null;
            otp?: null;
        } | {
            code?: null;
            otp_id: string;
            otp: string;
        });
        /**
         * BlockedView
         * @description The one link that holds things up: who acts next, until when, and what to do. `short` is for elder mode.
         *
         *     `remedy` names what does it: identity, activate, wallet, book, visit or case; null when nothing is yours to do.
         */
        BlockedView: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            owner: components["schemas"]["Owner"];
            /** By */
            by: string | null;
            /** Sentence */
            sentence: string;
            /** Short */
            short: string;
            /** Remedy */
            remedy: string | null;
            /** Case Id */
            case_id: string | null;
        };
        /**
         * BookVisit
         * @description `quote_fen` is the price the family saw and agreed to.
         */
        BookVisit: {
            /** Id */
            id: string;
            /** Caregiver Id */
            caregiver_id: string;
            /** Service */
            service: string;
            /**
             * Start At
             * Format: date-time
             */
            start_at: string;
            /** Duration Min */
            duration_min: number;
            address: components["schemas"]["Address"];
            /**
             * Needs
             * @default
             */
            needs: string;
            /** Quote Fen */
            quote_fen: number;
        };
        /**
         * CardKind
         * @enum {string}
         */
        CardKind: "care";
        /** CardView */
        CardView: {
            /** Id */
            id: string;
            kind: components["schemas"]["CardKind"];
            /** Name */
            name: string;
            /**
             * Activated At
             * Format: date-time
             */
            activated_at: string;
        };
        /** CardsView */
        CardsView: {
            /** Items */
            items: components["schemas"]["CardView"][];
        };
        /**
         * CaregiverView
         * @description Never where she lives.
         */
        CaregiverView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Years */
            years: number;
            /** Services */
            services: string[];
            /** Credentials */
            credentials: components["schemas"]["CredentialView"][];
            /** Good Reviews */
            good_reviews: number;
            /** All Reviews */
            all_reviews: number;
        };
        /**
         * CaseStatus
         * @enum {string}
         */
        CaseStatus: "open" | "waiting" | "closed";
        /**
         * CaseView
         * @description `waiting_for` and `by` say who acts next and until when; `sentence` says it to its person.
         *
         *     `may_disown`: somebody rang up in its person's name, who has not said yet that it was not them.
         *     `assumed`: the deadline lies beyond the published holidays and was counted by weekdays.
         */
        CaseView: {
            /** Id */
            id: string;
            /** About */
            about: string;
            /** Cause */
            cause: string;
            /** Cause Name */
            cause_name: string;
            status: components["schemas"]["CaseStatus"];
            /** Status Name */
            status_name: string;
            waiting_for: components["schemas"]["Owner"];
            /** By */
            by: string | null;
            /** Assumed */
            assumed: boolean;
            /** Sentence */
            sentence: string;
            channel: components["schemas"]["Channel"];
            /** May Disown */
            may_disown: boolean;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Outcome Name */
            outcome_name: string | null;
            /** Posts */
            posts: components["schemas"]["PostView"][];
        };
        /**
         * CasesView
         * @description Newest first, without what was said.
         */
        CasesView: {
            /** Items */
            items: components["schemas"]["CaseView"][];
        };
        /**
         * CauseView
         * @description `about`: the kinds of ids it may be about. `promise` says how soon the first answer comes.
         */
        CauseView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** About */
            about: string[];
            /** Urgent */
            urgent: boolean;
            /** Promise */
            promise: string;
        };
        /** CausesView */
        CausesView: {
            /** Items */
            items: components["schemas"]["CauseView"][];
        };
        /**
         * Channel
         * @enum {string}
         */
        Channel: "chat" | "phone" | "system";
        /**
         * ClockKind
         * @description `next_answer` runs from a question that came after the first answer; it never stands in for that one.
         * @enum {string}
         */
        ClockKind: "first_answer" | "next_answer" | "resolve";
        /**
         * ClockView
         * @description `hours` is the calendar it runs by; `due_at` is null while it stands still or is kept.
         */
        ClockView: {
            kind: components["schemas"]["ClockKind"];
            /** Hours */
            hours: string;
            /** Allowed Min */
            allowed_min: number;
            /** Used S */
            used_s: number;
            /** Runs */
            runs: boolean;
            /** Due At */
            due_at: string | null;
            /** Assumed */
            assumed: boolean;
            /** Kept At */
            kept_at: string | null;
            /** Late */
            late: boolean;
        };
        /**
         * Close
         * @description `text` is the last word to the person.
         */
        Close: {
            /** Id */
            id: string;
            /** Cause */
            cause: string;
            /** Action */
            action: string;
            /** Text */
            text: string;
        };
        /**
         * CloseProblem
         * @description `text` is told to everybody linked.
         */
        CloseProblem: {
            /** Text */
            text: string;
        };
        /**
         * Consent
         * @description What is sensitive enough to be agreed to apart from everything else (PIPL, articles 28 to 30).
         * @enum {string}
         */
        Consent: "face" | "health" | "location";
        /**
         * ConsentView
         * @description `agreed`: to this very version. `answered_at`: my last answer, also to an earlier one, also a no.
         */
        ConsentView: {
            kind: components["schemas"]["Consent"];
            /** Version */
            version: number;
            /** Hash */
            hash: string;
            /** Title */
            title: string;
            /** Text */
            text: string[];
            /** Without */
            without: string;
            /** Agreed */
            agreed: boolean;
            /** Answered At */
            answered_at: string | null;
        };
        /** ConsentsView */
        ConsentsView: {
            /** Items */
            items: components["schemas"]["ConsentView"][];
        };
        /** CredentialGiven */
        CredentialGiven: {
            /** Kind */
            kind: string;
            /**
             * Valid Through
             * Format: date
             */
            valid_through: string;
        };
        /** CredentialView */
        CredentialView: {
            /** Kind */
            kind: string;
            /**
             * Valid Through
             * Format: date
             */
            valid_through: string;
        };
        /**
         * Datum
         * @enum {string}
         */
        Datum: "GCJ02" | "WGS84";
        /**
         * DayView
         * @description Of everybody whose visits I may see, as it stands now; nothing about health.
         */
        DayView: {
            digest: components["schemas"]["DigestView"];
            /** People */
            people: components["schemas"]["FollowedView"][];
        };
        /**
         * Decide
         * @description `applied_at` names what was looked at. `text` is the last word to the person: what was checked, or why not.
         */
        Decide: {
            /** Id */
            id: string;
            /**
             * Applied At
             * Format: date-time
             */
            applied_at: string;
            /** Approve */
            approve: boolean;
            /** Text */
            text: string;
        };
        /**
         * DeskView
         * @description What a member of staff works with: their queues, and the closed lists a case is handed over or closed with.
         */
        DeskView: {
            /** Me */
            me: string;
            /** Roles */
            roles: components["schemas"]["Role"][];
            /** Mine */
            mine: components["schemas"]["NamedView"][];
            /** Queues */
            queues: components["schemas"]["NamedView"][];
            /** Causes */
            causes: components["schemas"]["NamedCauseView"][];
            /** Actions */
            actions: components["schemas"]["NamedView"][];
        };
        /**
         * DiagnosisView
         * @description `case_id`: a case about what does not hold is open already.
         */
        DiagnosisView: {
            /** About */
            about: string;
            /** Layers */
            layers: components["schemas"]["LayerView"][];
            /** Case Id */
            case_id: string | null;
        };
        /**
         * DigestView
         * @description `zone` is where I live, null: China. `hour` of its clock, null: no digest; `next_at` is when the next comes.
         */
        DigestView: {
            /** Zone */
            zone: string | null;
            /** Hour */
            hour: number | null;
            /** Next At */
            next_at: string | null;
        };
        /** Disown */
        Disown: {
            /** Id */
            id: string;
        };
        /**
         * EndGuardianship
         * @description `revoked`: a court took it back, or named somebody else; `mistaken`: it was never to be.
         */
        EndGuardianship: {
            why: components["schemas"]["EndedWhy"];
        };
        /**
         * EndedWhy
         * @description Why one of us ended a guardianship before its day.
         * @enum {string}
         */
        EndedWhy: "revoked" | "mistaken";
        /**
         * EnrolCaregiver
         * @description `name` is what families see (surname and title, 王护理员); `phone` is the one she will log in with.
         */
        EnrolCaregiver: {
            /** Id */
            id: string;
            /** Phone */
            phone: string;
            /** Name */
            name: string;
            /**
             * Practising Since
             * Format: date
             */
            practising_since: string;
            /** Services */
            services: string[];
            /** Credentials */
            credentials: components["schemas"]["CredentialGiven"][];
            base: components["schemas"]["Place"];
            /** Weekly */
            weekly: components["schemas"]["ShiftGiven"][];
        };
        /** EnrolledView */
        EnrolledView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Message */
            message: string;
        };
        /** EntriesView */
        EntriesView: {
            /** Items */
            items: components["schemas"]["EntryView"][];
            /** Next */
            next: string | null;
        };
        /**
         * EntrustmentView
         * @description `person_id` goes into `X-Acting-For` once it is agreed. `call` is how the latest call went, or null.
         *
         *     `may_ring_from`: from when on the elder may be rung; null when that is over, or not for a machine to do.
         */
        EntrustmentView: {
            /** Id */
            id: string;
            ground: components["schemas"]["Ground"];
            state: components["schemas"]["State"];
            /** Sentence */
            sentence: string;
            /** Name Masked */
            name_masked: string;
            /** Phone Masked */
            phone_masked: string | null;
            relation: components["schemas"]["Relation"];
            /** Relation Name */
            relation_name: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /** Limit Fen */
            limit_fen: number;
            /** Until */
            until: string | null;
            /** Person Id */
            person_id: string | null;
            /** Call */
            call: string | null;
            /** May Ring From */
            may_ring_from: string | null;
        };
        /** EntrustmentsView */
        EntrustmentsView: {
            /** Items */
            items: components["schemas"]["EntrustmentView"][];
        };
        /**
         * EntryView
         * @description A journal entry: the legs always sum to zero.
         */
        EntryView: {
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Top Up Id */
            top_up_id: string | null;
            /** Visit Id */
            visit_id: string | null;
            /** Legs */
            legs: components["schemas"]["LegView"][];
        };
        /**
         * FaceCheckView
         * @description `token` is for the phone, until then; null once it is decided.
         */
        FaceCheckView: {
            /** Id */
            id: string;
            state: components["schemas"]["FaceState"];
            /** Token */
            token: string | null;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * FaceState
         * @description `begun`: no word of the provider yet. `bound`: the face is right, and the number is another account's.
         * @enum {string}
         */
        FaceState: "begun" | "open" | "passed" | "failed" | "bound" | "over";
        /** FamiliesView */
        FamiliesView: {
            /** Given */
            given: components["schemas"]["GivenView"][];
            /** Mine */
            mine: components["schemas"]["MineView"][];
        };
        /**
         * Fix
         * @description A place as a phone measured it.
         */
        Fix: {
            /** Lat */
            lat: number;
            /** Lng */
            lng: number;
            datum: components["schemas"]["Datum"];
            /** Accuracy M */
            accuracy_m: number;
        };
        /**
         * FollowedView
         * @description `past`: the visits of the last 24 hours; `coming`: of the next.
         */
        FollowedView: {
            /** Person Id */
            person_id: string;
            /** Name Masked */
            name_masked: string | null;
            /** Past */
            past: components["schemas"]["VisitLineView"][];
            /** Coming */
            coming: components["schemas"]["VisitLineView"][];
        };
        /**
         * GatewayView
         * @description `rate`: of what was handed over in the last minutes, how much went well; `share` of the traffic it gets.
         *
         *     `delivered`: receipts of these minutes that say a phone has its text.
         */
        GatewayView: {
            /** Name */
            name: string;
            /** Rate */
            rate: number;
            /** Share */
            share: number;
            /** Tripped */
            tripped: boolean;
            /** Delivered */
            delivered: number;
        };
        /**
         * GatewaysView
         * @description `month` is Shanghai's, as `2026-11`.
         */
        GatewaysView: {
            /** Items */
            items: components["schemas"]["GatewayView"][];
            /** Month */
            month: string;
            /** Spent Fen */
            spent_fen: number;
            /** Cap Fen */
            cap_fen: number;
        };
        /**
         * GivenView
         * @description What I gave. `state`: waits for somebody to accept it, holds, or is over.
         */
        GivenView: {
            /** Id */
            id: string;
            relation: components["schemas"]["Relation"];
            /** Relation Name */
            relation_name: string;
            /** Name Masked */
            name_masked: string | null;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /** Limit Fen */
            limit_fen: number;
            /** Until */
            until: string | null;
            /** Is Guardian */
            is_guardian: boolean;
            /** State */
            state: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * Ground
         * @description By what somebody of the family acts: the person's own invitation, their voice, or a court's paper.
         * @enum {string}
         */
        Ground: "invitation" | "voice" | "paper";
        /** HandInPaper */
        HandInPaper: {
            /** Name */
            name: string;
            /** Id Number */
            id_number: string;
        };
        /**
         * HandOver
         * @description `text` is for colleagues only. `cause`: what it turned out to be, or null.
         */
        HandOver: {
            /** Id */
            id: string;
            /** Queue */
            queue: string;
            /**
             * Cause
             * @default null
             */
            cause: string | null;
            /** Text */
            text: string;
        };
        /**
         * HappenedView
         * @description `lead` may be asked for in its turn; `stands` is how things are now, not a step.
         */
        HappenedView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Source */
            source: string;
            /** What */
            what: string;
            /** Lead */
            lead: string | null;
            /** Stands */
            stands: boolean;
        };
        /** HealthView */
        HealthView: {
            /** Status */
            status: string;
            /** Commit */
            commit: string;
        };
        /** HoldView */
        HoldView: {
            /** Visit Id */
            visit_id: string;
            /** Amount Fen */
            amount_fen: number;
        };
        /**
         * Hush
         * @description Why nothing goes out to a person: they closed their account with WeChat, or we were told of their death.
         * @enum {string}
         */
        Hush: "closed" | "died";
        /** InboxView */
        InboxView: {
            /** Items */
            items: components["schemas"]["MessageView"][];
            /** Next */
            next: string | null;
        };
        /** InvitationCode */
        InvitationCode: {
            /** Code */
            code: string;
        };
        /**
         * InvitationView
         * @description `code` is for who is to accept it, and nobody else.
         */
        InvitationView: {
            /** Id */
            id: string;
            /** Code */
            code: string;
            relation: components["schemas"]["Relation"];
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /** Limit Fen */
            limit_fen: number;
            /** Until */
            until: string | null;
            /**
             * Invitation Ends At
             * Format: date-time
             */
            invitation_ends_at: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * InviteFamily
         * @description `limit_fen` is what they may spend of the balance on one day, up to ¥5,000; `until` the last day, inclusive.
         */
        InviteFamily: {
            /** Id */
            id: string;
            relation: components["schemas"]["Relation"];
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /**
             * Limit Fen
             * @default 0
             */
            limit_fen: number;
            /**
             * Until
             * @default null
             */
            until: string | null;
        };
        /**
         * IssueCodes
         * @description `use_by`: the last day on which they can be activated, in Shanghai; null for no such day.
         */
        IssueCodes: {
            /** Id */
            id: string;
            /** Count */
            count: number;
            /**
             * Use By
             * @default null
             */
            use_by: string | null;
        };
        /**
         * IssuedCodesView
         * @description Shown this once: we keep only hashes.
         */
        IssuedCodesView: {
            /** Id */
            id: string;
            /** Codes */
            codes: string[];
        };
        /**
         * LayerView
         * @description `holds` is null for what was not looked at: the check stops at the first layer that does not hold.
         */
        LayerView: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Holds */
            holds: boolean | null;
            /** Sentence */
            sentence: string;
            /** Remedy */
            remedy: string | null;
        };
        /** LegView */
        LegView: {
            account: components["schemas"]["Account"];
            /** Amount Fen */
            amount_fen: number;
        };
        /**
         * LinkView
         * @description `state` is `done`, `blocked` (one at most) or `ahead`.
         */
        LinkView: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            /**
             * State
             * @enum {string}
             */
            state: "done" | "blocked" | "ahead";
            /** At */
            at: string | null;
        };
        /** LocationView */
        LocationView: {
            /** Lat */
            lat: number;
            /** Lng */
            lng: number;
            /** Datum */
            datum: string;
        };
        /** LogIn */
        LogIn: {
            /** Code */
            code: string;
        };
        /**
         * LookView
         * @description `who` in plain words: family, a caregiver, or one of us; `what` is what they were shown, and so why.
         *
         *     `name_masked`: of family, for there may be two daughters.
         */
        LookView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Who */
            who: string;
            /** Name Masked */
            name_masked: string | null;
            /** What */
            what: string;
            /** About */
            about: string;
        };
        /** LooksView */
        LooksView: {
            /** Items */
            items: components["schemas"]["LookView"][];
            /** Next */
            next: string | null;
        };
        /**
         * MeView
         * @description `locked_at`: until I unlock it, little can be done. `moved_away_at`: this WeChat had another account before.
         *
         *     `consents` are those in force.
         */
        MeView: {
            /** Person Id */
            person_id: string;
            /** Roles */
            roles: components["schemas"]["Role"][];
            /** Name Masked */
            name_masked: string | null;
            /** Phone Masked */
            phone_masked: string | null;
            /** Identity Proven */
            identity_proven: boolean;
            proven_by: components["schemas"]["Way"] | null;
            assurance: components["schemas"]["Assurance"] | null;
            /** Caregiver Id */
            caregiver_id: string | null;
            /** Locked At */
            locked_at: string | null;
            /** Moved Away At */
            moved_away_at: string | null;
            /** Consents */
            consents: components["schemas"]["Consent"][];
        };
        /**
         * MessageView
         * @description `relative`: whose visit `visit_id` is, where the reader hears of it as family.
         */
        MessageView: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Text */
            text: string;
            /** Visit Id */
            visit_id: string | null;
            /** Relative */
            relative: string | null;
            /** Case Id */
            case_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Read At */
            read_at: string | null;
            push: components["schemas"]["PushState"];
        };
        /**
         * MineView
         * @description For whom I may act: `person_id` goes into `X-Acting-For`. `left_fen` of today's limit is not spent yet.
         */
        MineView: {
            /** Id */
            id: string;
            /** Person Id */
            person_id: string;
            /** Name Masked */
            name_masked: string | null;
            relation: components["schemas"]["Relation"];
            /** Relation Name */
            relation_name: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /** Limit Fen */
            limit_fen: number;
            /** Left Fen */
            left_fen: number;
            /** Until */
            until: string | null;
            /** Is Guardian */
            is_guardian: boolean;
        };
        /**
         * MoveVisit
         * @description The same visit by the same caregiver, at another time; the price stays.
         */
        MoveVisit: {
            /**
             * Start At
             * Format: date-time
             */
            start_at: string;
        };
        /**
         * MovedView
         * @description Log in again: this WeChat leads to that account now.
         */
        MovedView: {
            /** Person Id */
            person_id: string;
            /**
             * Moved At
             * Format: date-time
             */
            moved_at: string;
        };
        /**
         * NamedCauseView
         * @description `about`: the kinds of ids it may be about.
         */
        NamedCauseView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** About */
            about: string[];
        };
        /** NamedView */
        NamedView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * NoContent
         * @description The body of a request that has nothing to say.
         */
        NoContent: Record<string, never>;
        /**
         * NoteAnswers
         * @description By template id, what `wx.requestSubscribeMessage` answered.
         */
        NoteAnswers: {
            /** Answers */
            answers: {
                [key: string]: components["schemas"]["Said"];
            };
        };
        /** NotedView */
        NotedView: {
            /** Noted */
            noted: number;
        };
        /**
         * NoticeTakenView
         * @description WeChat Pay stops notifying when it is answered with 200.
         */
        NoticeTakenView: {
            /**
             * Code
             * @default SUCCESS
             */
            code: string;
        };
        /**
         * Obstacle
         * @description Why a way is not open; what can be changed about it, its screen leads to.
         * @enum {string}
         */
        Obstacle: "phone_cannot" | "not_agreed" | "no_phone" | "nothing_typed";
        /** OfferView */
        OfferView: {
            /** Caregiver Id */
            caregiver_id: string;
            /** Name */
            name: string;
            /** Years */
            years: number;
            /** Distance */
            distance: string;
            /** Reasons */
            reasons: string[];
        };
        /**
         * OffersView
         * @description Best first. With nobody free, `other_starts` says when somebody would be.
         */
        OffersView: {
            /** Items */
            items: components["schemas"]["OfferView"][];
            /** Quote Fen */
            quote_fen: number;
            /** Other Starts */
            other_starts: string[];
            /** Message */
            message: string;
        };
        /**
         * OpenApiView
         * @description The OpenAPI 3.1 document.
         */
        OpenApiView: {
            [key: string]: unknown;
        };
        /**
         * OpenCase
         * @description `about` is the visit, card or top-up it is about, or the person.
         */
        OpenCase: {
            /** Id */
            id: string;
            /** Cause */
            cause: string;
            /** About */
            about: string;
            /** Text */
            text: string;
        };
        /**
         * OpenForElder
         * @description `phone` is what the elder answers; `limit_fen` what may be spent of their balance on one day.
         */
        OpenForElder: {
            /** Id */
            id: string;
            relation: components["schemas"]["Relation"];
            /** Name */
            name: string;
            /** Id Number */
            id_number: string;
            /** Phone */
            phone: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /**
             * Limit Fen
             * @default 0
             */
            limit_fen: number;
        };
        /**
         * OtpView
         * @description `state` goes from `queued` to `sent` and, when a receipt says so, `delivered`; the next may be sent then.
         *
         *     `used_at`: it was right, and did what it was for.
         */
        OtpView: {
            /** Id */
            id: string;
            state: components["schemas"]["SendState"];
            /** State Name */
            state_name: string;
            /**
             * Resend At
             * Format: date-time
             */
            resend_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Tries Left */
            tries_left: number;
            /** Used At */
            used_at: string | null;
        };
        /**
         * Owner
         * @description Who acts next.
         * @enum {string}
         */
        Owner: "you" | "us" | "caregiver" | "nobody";
        /** PaidFromView */
        PaidFromView: {
            /**
             * Source
             * @constant
             */
            source: "prepaid_balance";
            /** Amount Fen */
            amount_fen: number;
        };
        /**
         * PairingView
         * @description To be typed at the desk, once, until then.
         */
        PairingView: {
            /** Code */
            code: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /**
         * PaperAddressView
         * @description To be opened at once: the address is good for five minutes.
         */
        PaperAddressView: {
            /** Url */
            url: string;
        };
        /**
         * PaperType
         * @enum {string}
         */
        PaperType: "image/jpeg" | "image/png" | "image/heic" | "image/webp" | "application/pdf";
        /**
         * PaperView
         * @description What is still to be sent, until then; nothing: it may be handed in.
         */
        PaperView: {
            /** Id */
            id: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Missing */
            missing: components["schemas"]["PartView"][];
        };
        /**
         * PartView
         * @description Bytes `first` to `last`, inclusive, to be PUT there within the hour.
         */
        PartView: {
            /** Number */
            number: number;
            /** First */
            first: number;
            /** Last */
            last: number;
            /** Url */
            url: string;
        };
        /**
         * PhotoView
         * @description A JPEG in base64.
         */
        PhotoView: {
            /** Jpeg */
            jpeg: string;
        };
        /**
         * Place
         * @description Where something is, with the datum its coordinates are in; without one they are refused.
         */
        Place: {
            /** Lat */
            lat: number;
            /** Lng */
            lng: number;
            datum: components["schemas"]["Datum"];
        };
        /**
         * PlainText
         * @description For callers that want a word and no JSON.
         */
        PlainText: {
            /** Text */
            text: string;
        };
        /** PostView */
        PostView: {
            /** Id */
            id: string;
            /**
             * Author
             * @enum {string}
             */
            author: "you" | "us";
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Text */
            text: string;
            /** Photo */
            photo: boolean;
        };
        /**
         * PreferencesView
         * @description `silenced_at`: since then, and for which reason `hush`, nothing goes out but what the inbox has.
         */
        PreferencesView: {
            /** Wechat */
            wechat: boolean;
            /** Sms */
            sms: boolean;
            /** Reminders */
            reminders: boolean;
            /** Short */
            short: boolean;
            /** Calls */
            calls: boolean;
            /** Silenced At */
            silenced_at: string | null;
            hush: components["schemas"]["Hush"] | null;
        };
        /**
         * PresenceView
         * @description `outside`: further from the home than the fence and the phone's own accuracy allow.
         *
         *     Without a distance nobody reported, and the visit was ended by the clock at its booked end; or, `unlocated`, the
         *     caregiver does not want to be located.
         */
        PresenceView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Distance M */
            distance_m: number | null;
            /** Accuracy M */
            accuracy_m: number | null;
            /** Outside */
            outside: boolean;
            /** Unlocated */
            unlocated: boolean;
        };
        /** ProblemView */
        ProblemView: {
            /** Id */
            id: string;
            /** Cause */
            cause: string;
            /** Cause Name */
            cause_name: string;
            /** Cases */
            cases: number;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Closed At */
            closed_at: string | null;
        };
        /** ProblemsView */
        ProblemsView: {
            /** Items */
            items: components["schemas"]["ProblemView"][];
        };
        /**
         * PromisesView
         * @description The worst kept first. `since` is from when on.
         */
        PromisesView: {
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Items */
            items: components["schemas"]["RateView"][];
        };
        /**
         * ProveIdentity
         * @description `way`: by the public-security record; or, `phone`, by the carrier's, with the phone I have registered here.
         */
        ProveIdentity: {
            /** Name */
            name: string;
            /** Id Number */
            id_number: string;
            /**
             * Way
             * @default name_number
             * @enum {string}
             */
            way: "name_number" | "phone";
        };
        /**
         * PushState
         * @description `held`: waits for the morning, or to be tried again. `sending`: handed to WeChat, answer not known.
         *
         *     `sms`: to go, or handed over, by SMS, answer not known. `by_sms`: a gateway took it. `delivered`: the phone has
         *     its SMS, or the key was pressed in the call `by_call`. `inbox_only`: nothing else was possible or wanted.
         *     `void`: no longer true, or too late, when it could have gone. `undelivered`: everything was tried.
         * @enum {string}
         */
        PushState: "held" | "pending" | "sending" | "sms" | "sent" | "by_sms" | "by_call" | "delivered" | "inbox_only" | "void" | "undelivered";
        /**
         * QueueView
         * @description Those whose promise ends first on top; without what was said.
         */
        QueueView: {
            /** Queue */
            queue: string;
            /** Name */
            name: string;
            /** Items */
            items: components["schemas"]["StaffCaseView"][];
        };
        /**
         * RateView
         * @description How often a promise was kept, and where the true rate lies 19 times in 20.
         */
        RateView: {
            /** Promise */
            promise: string;
            /** Kept */
            kept: number;
            /** Total */
            total: number;
            /** Rate */
            rate: number;
            /** Low */
            low: number;
            /** High */
            high: number;
        };
        /**
         * Recover
         * @description Name, number and phone as they were with the account there was; the code came to that phone.
         */
        Recover: {
            /** Name */
            name: string;
            /** Id Number */
            id_number: string;
            /** Otp Id */
            otp_id: string;
            /** Otp */
            otp: string;
        };
        /**
         * Refusal
         * @description Every "no" of every route. `code` is stable; `message` and `next_step` may be shown as they are.
         *
         *     `case_id`: for who met it again and again with nothing changed a case was opened, and we act next.
         */
        RefusalView: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Next Step */
            next_step: string;
            /** Request Id */
            request_id: string;
            /**
             * Field
             * @default null
             */
            field: string | null;
            /**
             * Position
             * @default null
             */
            position: string | null;
            /**
             * Facts
             * @default null
             */
            facts: {
                [key: string]: unknown;
            } | null;
            /**
             * Case Id
             * @default null
             */
            case_id: string | null;
        };
        /**
         * Relation
         * @description Who somebody of the family is to the person, in the person's own words: from a closed list, so that it may
         *     stand in messages where a name may not.
         * @enum {string}
         */
        Relation: "daughter" | "son" | "spouse" | "grandchild" | "relative";
        /**
         * Reply
         * @description `waits`: the next word is the person's.
         */
        Reply: {
            /** Id */
            id: string;
            /** Text */
            text: string;
            /**
             * Waits
             * @default false
             */
            waits: boolean;
        };
        /**
         * ReportFix
         * @description Where the caregiver's phone says it is, and how sure it is; nothing for who has not agreed to be located.
         */
        ReportFix: {
            location: components["schemas"]["Fix"] | null;
        };
        /**
         * ReviewView
         * @description `text` is the family's own; the caregiver sees the stars, and null here.
         */
        ReviewView: {
            /** Stars */
            stars: number;
            /** Text */
            text: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** ReviewVisit */
        ReviewVisit: {
            /** Stars */
            stars: number;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * RevokeCodes
         * @description `text` says why, for colleagues.
         */
        RevokeCodes: {
            /** Text */
            text: string;
        };
        /**
         * Role
         * @enum {string}
         */
        Role: "member" | "caregiver" | "staff" | "agent" | "reviewer" | "finance" | "rescue" | "supervisor";
        /** RosterView */
        RosterView: {
            /** Items */
            items: components["schemas"]["ShiftView"][];
        };
        /**
         * Said
         * @description What `wx.requestSubscribeMessage` answers for a template.
         * @enum {string}
         */
        Said: "accept" | "reject" | "ban" | "filter";
        /**
         * Say
         * @description `photo` is a JPEG in base64, or null.
         */
        Say: {
            /** Id */
            id: string;
            /** Text */
            text: string;
            /**
             * Photo
             * @default null
             */
            photo: string | null;
        };
        /**
         * Scope
         * @description What a person may let somebody of the family do (features.md A9); `dispute` is also asking us for help.
         * @enum {string}
         */
        Scope: "view_visits" | "book" | "pay" | "dispute" | "view_health" | "manage_cards";
        /** SearchCaregivers */
        SearchCaregivers: {
            /** Service */
            service: string;
            /**
             * Start At
             * Format: date-time
             */
            start_at: string;
            /** Duration Min */
            duration_min: number;
            location: components["schemas"]["Place"];
        };
        /**
         * SecondFactorView
         * @description Told until it was used for the first time. `uri` makes the QR code for an authenticator.
         */
        SecondFactorView: {
            /** Secret */
            secret: string;
            /** Uri */
            uri: string;
        };
        /**
         * SendState
         * @description `queued`: not handed to a gateway yet, or nobody knows. `delivered`: the phone has it, says its receipt.
         * @enum {string}
         */
        SendState: "queued" | "sent" | "delivered" | "failed" | "miskeyed";
        /** ServiceView */
        ServiceView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Summary */
            summary: string;
            /** Half Hour Fen */
            half_hour_fen: number;
            /** Least Min */
            least_min: number;
            /** Most Min */
            most_min: number;
        };
        /** ServicesView */
        ServicesView: {
            /** Items */
            items: components["schemas"]["ServiceView"][];
        };
        /**
         * SetDigest
         * @description `zone` is where I live (IANA), whose nights are kept quiet; `hour` of its clock, null for no digest.
         */
        SetDigest: {
            /** Zone */
            zone: string;
            /** Hour */
            hour: number | null;
        };
        /**
         * SetPreferences
         * @description `calls` left out stays as it is; `again` ends a silence.
         */
        SetPreferences: {
            /** Wechat */
            wechat: boolean;
            /** Sms */
            sms: boolean;
            /** Reminders */
            reminders: boolean;
            /** Short */
            short: boolean;
            /**
             * Calls
             * @default null
             */
            calls: boolean | null;
            /**
             * Again
             * @default false
             */
            again: boolean;
        };
        /** ShiftGiven */
        ShiftGiven: {
            /** Weekday */
            weekday: number;
            /** From Half Hour */
            from_half_hour: number;
            /** To Half Hour */
            to_half_hour: number;
        };
        /** ShiftView */
        ShiftView: {
            /** Id */
            id: string;
            /** Queue */
            queue: string;
            /** Person Id */
            person_id: string;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /**
             * To At
             * Format: date-time
             */
            to_at: string;
            /** Turn */
            turn: number;
        };
        /** SignedInView */
        SignedInView: {
            /** Token */
            token: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            member: components["schemas"]["MeView"];
        };
        /**
         * SignedOutView
         * @description Every session of the person has ended.
         */
        SignedOutView: {
            /**
             * Ended At
             * Format: date-time
             */
            ended_at: string;
        };
        /**
         * SilenceView
         * @description Since when nothing goes out to that person, and why; null while messages go out.
         */
        SilenceView: {
            /** Silenced At */
            silenced_at: string | null;
            why: components["schemas"]["Hush"] | null;
        };
        /**
         * StaffCaseView
         * @description `person_id` leads to a story; no name, number or phone is shown here.
         */
        StaffCaseView: {
            /** Id */
            id: string;
            /** Person Id */
            person_id: string;
            /** About */
            about: string;
            /** Cause */
            cause: string;
            /** Cause Name */
            cause_name: string;
            /** Kind Name */
            kind_name: string;
            /** Queue */
            queue: string;
            status: components["schemas"]["CaseStatus"];
            channel: components["schemas"]["Channel"];
            /** Owner */
            owner: string | null;
            /** Called */
            called: string | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Opened By */
            opened_by: string;
            /** Reopened */
            reopened: number;
            /** Outcome Name */
            outcome_name: string | null;
            /** Clocks */
            clocks: components["schemas"]["ClockView"][];
            /** Posts */
            posts: components["schemas"]["StaffPostView"][];
            application: components["schemas"]["ApplicationView"] | null;
        };
        /**
         * StaffLogIn
         * @description `code` is shown in the mini program, `otp` by the authenticator.
         */
        StaffLogIn: {
            /** Code */
            code: string;
            /** Otp */
            otp: string;
        };
        /** StaffPostView */
        StaffPostView: {
            /** Id */
            id: string;
            author: components["schemas"]["Author"];
            /** By */
            by: string;
            channel: components["schemas"]["Channel"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Text */
            text: string;
            /** Photo */
            photo: boolean;
        };
        /**
         * StartTalk
         * @description `phone`, `name` and the last four of the identity number are what the caller said; `agreed`, that we may act.
         *
         *     `about` null is the person. `text` is what they are stuck at.
         */
        StartTalk: {
            /** Id */
            id: string;
            /** Phone */
            phone: string;
            /** Name */
            name: string;
            /** Number Ends */
            number_ends: string;
            /**
             * Agreed
             * @constant
             */
            agreed: true;
            /** Cause */
            cause: string;
            /**
             * About
             * @default null
             */
            about: string | null;
            /** Text */
            text: string;
        };
        /**
         * State
         * @description `asked`: the elder is to be rung. `for_people`: one of us looks at it.
         * @enum {string}
         */
        State: "asked" | "for_people" | "agreed" | "declined";
        /**
         * Status
         * @enum {string}
         */
        Status: "asked" | "booked" | "accepted" | "on_the_way" | "in_service" | "done" | "declined" | "lapsed" | "cancelled" | "missed" | "not_approved";
        /** StoryView */
        StoryView: {
            /** Id */
            id: string;
            /** Items */
            items: components["schemas"]["HappenedView"][];
        };
        /** TakeShift */
        TakeShift: {
            /** Id */
            id: string;
            /** Queue */
            queue: string;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /**
             * To At
             * Format: date-time
             */
            to_at: string;
            /**
             * Turn
             * @default 1
             */
            turn: number;
        };
        /** TalkEndedView */
        TalkEndedView: {
            /**
             * Ended At
             * Format: date-time
             */
            ended_at: string;
        };
        /**
         * TalkView
         * @description `person_id` goes into `X-Acting-For`, until `ends_at`; null when only the phone was known: then nobody acts.
         */
        TalkView: {
            /** Id */
            id: string;
            /** Person Id */
            person_id: string;
            /** Ends At */
            ends_at: string | null;
            case: components["schemas"]["StaffCaseView"];
        };
        /** TemplatesToAskView */
        TemplatesToAskView: {
            /** Template Ids */
            template_ids: string[];
        };
        /**
         * TimelineView
         * @description `blocked` is null exactly when all links are done.
         */
        TimelineView: {
            /** About */
            about: string;
            /** Usable */
            usable: boolean;
            blocked: components["schemas"]["BlockedView"] | null;
            /** Links */
            links: components["schemas"]["LinkView"][];
        };
        /**
         * TopUpState
         * @enum {string}
         */
        TopUpState: "ordered" | "paid" | "closed";
        /**
         * TopUpView
         * @description `payment` goes to `wx.requestPayment` as it is; null when there is nothing to pay now.
         */
        TopUpView: {
            /** Id */
            id: string;
            /** Amount Fen */
            amount_fen: number;
            state: components["schemas"]["TopUpState"];
            /** Payment */
            payment: {
                [key: string]: string;
            } | null;
            /** Message */
            message: string;
        };
        /**
         * TopUpWallet
         * @description ¥1 to ¥10,000.
         */
        TopUpWallet: {
            /** Id */
            id: string;
            /** Amount Fen */
            amount_fen: number;
        };
        /**
         * Unlock
         * @description `id_number` is asked of who has proven theirs.
         */
        Unlock: {
            /** Otp Id */
            otp_id: string;
            /** Otp */
            otp: string;
            /**
             * Id Number
             * @default null
             */
            id_number: string | null;
        };
        /**
         * Unmask
         * @description `text` says why; it stays among colleagues.
         */
        Unmask: {
            /** Id */
            id: string;
            /** Text */
            text: string;
        };
        /**
         * VisitLineView
         * @description `sentence` is by the clock of where the visit is.
         */
        VisitLineView: {
            /** Visit Id */
            visit_id: string;
            /**
             * Start At
             * Format: date-time
             */
            start_at: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * VisitView
         * @description `waiting_for` and `by` say who acts next and until when; `sentence` says it to a person.
         *
         *     `booked_by`: who of the family booked it for the member; null for themselves. `booked_by_me`: that was the reader.
         */
        VisitView: {
            /** Id */
            id: string;
            status: components["schemas"]["Status"];
            /** Status Name */
            status_name: string;
            waiting_for: components["schemas"]["Owner"];
            /** By */
            by: string | null;
            /** Sentence */
            sentence: string;
            /** Service */
            service: string;
            /** Service Name */
            service_name: string;
            /**
             * Start At
             * Format: date-time
             */
            start_at: string;
            /**
             * End At
             * Format: date-time
             */
            end_at: string;
            /** Duration Min */
            duration_min: number;
            /** Caregiver Id */
            caregiver_id: string;
            /** Caregiver Name */
            caregiver_name: string;
            /** Quote Fen */
            quote_fen: number;
            /** Address */
            address: string | null;
            location: components["schemas"]["LocationView"] | null;
            /** Needs */
            needs: string | null;
            /**
             * Booked At
             * Format: date-time
             */
            booked_at: string;
            /** Accepted At */
            accepted_at: string | null;
            /** Departed At */
            departed_at: string | null;
            check_in: components["schemas"]["PresenceView"] | null;
            check_out: components["schemas"]["PresenceView"] | null;
            review: components["schemas"]["ReviewView"] | null;
            /** Booked By */
            booked_by: string | null;
            /** Booked By Me */
            booked_by_me: boolean;
        };
        /** VisitsView */
        VisitsView: {
            /** Items */
            items: components["schemas"]["VisitView"][];
            /** Next */
            next: string | null;
        };
        /** WalletView */
        WalletView: {
            /** Available Fen */
            available_fen: number;
            /** Held Fen */
            held_fen: number;
            /** Holds */
            holds: components["schemas"]["HoldView"][];
        };
        /**
         * Way
         * @description How an identity was proven; the last three are people of ours: with what was typed before, or on the phone,
         *     there also with a code read to the registered phone and keyed back.
         * @enum {string}
         */
        Way: "name_number" | "phone" | "face" | "paper" | "people" | "hotline" | "voice";
        /**
         * WayView
         * @description Open without an `obstacle`; it says what is in the way, and `why_not` in a sentence.
         */
        WayView: {
            way: components["schemas"]["Way"];
            /** Name */
            name: string;
            assurance: components["schemas"]["Assurance"];
            obstacle: components["schemas"]["Obstacle"] | null;
            /** Why Not */
            why_not: string | null;
        };
        /** WaysView */
        WaysView: {
            /** Items */
            items: components["schemas"]["WayView"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    log_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: wechat.account_restricted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown, wechat.code_refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown, wechat.unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    sign_out_everywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOutView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    bind_phone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BindPhone"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.otp_over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.otp_wrong, request.field_invalid, request.field_missing, request.field_unknown, wechat.code_refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown, wechat.unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    send_otp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskForOtp"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OtpView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.no_phone */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.other_phone, identity.otp_not_sent, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.otp_too_many, identity.otp_too_soon, request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    ring_with_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description For staff on the phone with that person, who agreed (`POST /v1/staff/talks`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OtpView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_agreed, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.no_phone_to_ring, identity.nobody_rings, identity.not_proven_for_voice */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.otp_too_many, identity.otp_too_soon, request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_otp: {
        parameters: {
            query?: never;
            header?: {
                /** @description For staff on the phone with that person, who agreed (`POST /v1/staff/talks`) */
                "X-Acting-For"?: string;
            };
            path: {
                otp_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OtpView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_agreed, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.no_such_otp, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    unlock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Unlock"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.otp_over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.number_not_yours, identity.otp_wrong, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    recover_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Recover"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.not_empty, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.otp_over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.number_character, identity.number_check, identity.number_date, identity.number_first_generation, identity.number_length, identity.otp_wrong, identity.recovery_refused, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    set_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.not_staff, request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.second_factor_set, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    pair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairingView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.not_staff, request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.second_factor_missing, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    log_in_at_desk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffLogIn"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AtDeskView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.sign_in_refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    prove_identity: {
        parameters: {
            query?: never;
            header?: {
                /** @description For staff on the phone with that person, who agreed (`POST /v1/staff/talks`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveIdentity"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_agreed, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.already_proven, identity.name_spelled_otherwise, identity.no_phone_to_prove_by, identity.number_for_people, identity.person_already_bound, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.name_and_number_differ, identity.number_character, identity.number_check, identity.number_date, identity.number_first_generation, identity.number_length, identity.phone_of_another, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown, realname.unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    invite_family: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteFamily"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.limit_missing, identity.until_past, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationCode"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MineView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.no_such_invitation, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.invitation_over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationCode"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MineView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.guardian_stands, request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.no_such_invitation, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.not_proven_yet, identity.own_invitation, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.invitation_over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_families: {
        parameters: {
            query?: never;
            header?: {
                /** @description For staff on the phone with that person, who agreed (`POST /v1/staff/talks`), or a guardian by a court's paper (`POST /v1/me/guardianships`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamiliesView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.grant_over, request.guardian_only, request.not_agreed, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    end_grant: {
        parameters: {
            query?: never;
            header?: {
                /** @description For staff on the phone with that person, who agreed (`POST /v1/staff/talks`), or a guardian by a court's paper (`POST /v1/me/guardianships`) */
                "X-Acting-For"?: string;
            };
            path: {
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.guardian_stands, request.grant_over, request.guardian_only, request.not_agreed, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.no_such_grant, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    end_guardianship: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndGuardianship"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.no_guardian, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_family_acts: {
        parameters: {
            query?: {
                limit?: number;
                after?: string | null;
            };
            header?: {
                /** @description For staff on the phone with that person, who agreed (`POST /v1/staff/talks`), or a guardian by a court's paper (`POST /v1/me/guardianships`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActsView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.guardian_only, request.not_agreed, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_looks: {
        parameters: {
            query?: {
                limit?: number;
                after?: string | null;
            };
            header?: {
                /** @description For staff on the phone with that person, who agreed (`POST /v1/staff/talks`), or a guardian by a court's paper (`POST /v1/me/guardianships`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LooksView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.guardian_only, request.not_agreed, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_consents: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a guardian by a court's paper (`POST /v1/me/guardianships`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentsView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.guardian_only, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    answer_consent: {
        parameters: {
            query?: never;
            header?: {
                /** @description For a guardian by a court's paper (`POST /v1/me/guardianships`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerConsent"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.guardian_only, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.consent_text_changed, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_answers: {
        parameters: {
            query?: {
                limit?: number;
                after?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswersView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_entrustments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntrustmentsView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    open_for_elder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenForElder"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntrustmentView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.acts_already, identity.elder_for_people, identity.elder_has_guardian, identity.elder_has_no_phone, identity.elder_has_wechat, identity.not_proven_yet, identity.one_at_a_time, request.id_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.elder_is_myself, identity.elder_not_matched, identity.limit_missing, identity.number_character, identity.number_check, identity.number_date, identity.number_first_generation, identity.number_length, identity.phone_of_mine, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown, realname.unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_entrustment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntrustmentView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.no_such_entrustment, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    ring_elder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntrustmentView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.no_such_entrustment, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.elder_asleep, identity.elder_for_people, identity.elder_has_guardian, identity.elder_not_reached, identity.guardian_for_people, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.entrustment_over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.elder_rung_just_now, identity.elder_rung_too_often, request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    become_guardian: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BecomeGuardian"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntrustmentView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.no_such_paper, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.guardian_for_people, identity.not_proven_yet, identity.one_at_a_time, identity.paper_incomplete, request.id_taken, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.paper_over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.elder_is_myself, identity.elder_not_matched, identity.guardian_end_too_far, identity.limit_missing, identity.number_character, identity.number_check, identity.number_date, identity.number_first_generation, identity.number_length, identity.paper_not_readable, identity.phone_of_mine, identity.until_past, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown, realname.unavailable, uploads.unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_ways: {
        parameters: {
            query?: {
                phone_can_scan?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaysView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    begin_face_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginFaceCheck"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceCheckView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.face_not_agreed, request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.already_proven, identity.number_for_people, request.id_taken, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.face_check_over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.number_character, identity.number_check, identity.number_date, identity.number_first_generation, identity.number_length, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown, realname.face_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_face_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                check_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceCheckView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.no_such_face_check, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.face_broke_off, identity.face_no_photo, identity.face_not_same, identity.person_already_bound, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.face_check_over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.face_angle, identity.face_background, identity.face_blur, identity.face_glare, identity.face_not_live, identity.name_and_number_differ, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    begin_paper: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginPaper"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.paper_over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.paper_too_large, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown, uploads.unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    hand_in_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paper_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandInPaper"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.no_such_paper, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.already_proven, identity.paper_for_people, identity.paper_incomplete, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.paper_over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.number_character, identity.number_check, identity.number_date, identity.number_first_generation, identity.number_length, identity.paper_not_readable, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown, uploads.unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    activate_card: {
        parameters: {
            query?: never;
            header?: {
                /** @description For staff on the phone with that person, who agreed (`POST /v1/staff/talks`), or family whom that person gave `manage_cards` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateCard"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.not_agreed, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: cards.already_has_card, cards.code_already_used, cards.identity_not_proven, request.id_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: cards.code_expired, cards.code_revoked */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: cards.code_not_recognised, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_cards: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `view_visits` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardsView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_card: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `view_visits` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path: {
                card_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    issue_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueCodes"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedCodesView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: cards.codes_shown_once */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: cards.use_by_past, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    revoke_codes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeCodes"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: cards.no_such_batch, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_services: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicesView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    search_caregivers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchCaregivers"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffersView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.in_past, care.off_grid, care.too_far, care.too_long, care.too_short, care.unknown_service, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_caregiver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caregiver_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaregiverView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_visits: {
        parameters: {
            query?: {
                limit?: number;
                after?: string | null;
            };
            header?: {
                /** @description For family whom that person gave `view_visits` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitsView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    book_visit: {
        parameters: {
            query?: never;
            header?: {
                /** @description For staff on the phone with that person, who agreed (`POST /v1/staff/talks`), or family whom that person gave `book` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookVisit"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.not_enough_money */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.health_not_agreed, request.account_locked, request.grant_over, request.not_agreed, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.caregiver_unavailable, care.no_care_card, care.not_oneself, care.not_working, care.price_changed, care.slot_taken, care.too_far_away, request.asked_too_often, request.id_taken, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.in_past, care.off_grid, care.too_far, care.too_long, care.too_short, care.unknown_service, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_visit: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `view_visits` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.no_such_visit, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    approve_visit: {
        parameters: {
            query?: never;
            header?: {
                /** @description For staff on the phone with that person, who agreed (`POST /v1/staff/talks`), or a guardian by a court's paper (`POST /v1/me/guardianships`) */
                "X-Acting-For"?: string;
            };
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.not_enough_money */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.own_ask, request.account_locked, request.grant_over, request.guardian_only, request.not_agreed, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.no_such_visit, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.caregiver_unavailable, care.not_possible_now, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.ask_over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    cancel_visit: {
        parameters: {
            query?: never;
            header?: {
                /** @description For staff on the phone with that person, who agreed (`POST /v1/staff/talks`), or family whom that person gave `book` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.guardians_booking, request.grant_over, request.not_agreed, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.no_such_visit, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.not_possible_now, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    reschedule_visit: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `book` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveVisit"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.guardians_booking, request.account_locked, request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.no_such_visit, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.caregiver_unavailable, care.not_possible_now, care.not_working, care.slot_taken, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.in_past, care.off_grid, care.too_far, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    review_visit: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `book` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewVisit"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.no_such_visit, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.already_reviewed, care.not_possible_now, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_agenda: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_visit_as_caregiver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.no_such_visit, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    accept_visit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.no_such_visit, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.not_possible_now, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.offer_lapsed */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    decline_visit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.no_such_visit, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.not_possible_now, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    depart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.no_such_visit, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.not_possible_now, care.too_early, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.too_late */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    check_in: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportFix"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.location_not_agreed, request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.no_such_visit, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.not_possible_now, care.too_early, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.too_late */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    check_out: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportFix"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.location_not_agreed, request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.no_such_visit, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.not_possible_now, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    enrol_caregiver: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolCaregiver"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: care.not_yet_practising, care.shift_without_length, care.unknown_service, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_wallet: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `pay` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_entries: {
        parameters: {
            query?: {
                limit?: number;
                after?: string | null;
            };
            header?: {
                /** @description For family whom that person gave `pay` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntriesView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    order_top_up: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `pay` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpWallet"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopUpView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: billing.top_up_closed */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: billing.payment_differs, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_bills: {
        parameters: {
            query?: {
                limit?: number;
                after?: string | null;
            };
            header?: {
                /** @description For family whom that person gave `pay` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillsView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_bill: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `pay` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: billing.no_bill_yet, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    hear_of_payment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeTakenView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: wechat_pay.callback_refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: billing.payment_differs, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_inbox: {
        parameters: {
            query?: {
                limit?: number;
                after?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    mark_message_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: notify.no_such_message, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    set_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPreferences"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_digest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    set_digest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetDigest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: notify.unknown_zone, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_templates_to_ask: {
        parameters: {
            query: {
                moment: "booking" | "paying" | "activating" | "working" | "asking_help" | "following";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatesToAskView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    note_subscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteAnswers"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotedView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: notify.no_such_template, request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    silence_the_dead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SilenceView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: notify.no_such_person, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    lift_silence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SilenceView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: notify.no_such_person, request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_gateways: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewaysView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    check_push_address: {
        parameters: {
            query: {
                signature: string;
                timestamp: string;
                nonce: string;
                msg_signature?: string;
                echostr: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: wechat.push_refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    hear_of_push: {
        parameters: {
            query: {
                signature: string;
                timestamp: string;
                nonce: string;
                msg_signature?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: wechat.push_refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_causes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CausesView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_cases: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `dispute` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasesView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    open_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `dispute` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCase"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown, support.not_about_that, support.unknown_cause */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `dispute` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    say: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `dispute` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Say"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken, request.moved_meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown, support.not_a_photo */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    disown_talk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Disown"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken, request.moved_meanwhile, support.no_talk */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case, support.no_such_photo */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_timeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `view_visits` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path: {
                subject_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.nothing_known */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    diagnose_card: {
        parameters: {
            query?: never;
            header?: {
                /** @description For family whom that person gave `view_visits` (`POST /v1/invitations`) */
                "X-Acting-For"?: string;
            };
            path: {
                card_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiagnosisView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.grant_over, request.not_granted, request.not_on_behalf, request.person_locked, request.role_missing, request.scope_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.nothing_known */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_timeline_as_staff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subject_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.nothing_known */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_desk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_queue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown, support.unknown_queue */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_case_as_staff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCaseView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_photo_as_staff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case, support.no_such_photo */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperAddressView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case, support.no_such_photo */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: support.kept_away, support.not_yours */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown, uploads.unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    claim_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCaseView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.moved_meanwhile, support.case_closed, support.claimed_by_other, support.kept_away */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    reply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reply"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCaseView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken, request.moved_meanwhile, support.case_closed, support.kept_away, support.not_yours */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    hand_over: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCaseView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken, request.moved_meanwhile, support.case_closed, support.decided_elsewhere, support.kept_away, support.not_yours, support.still_to_decide */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown, support.unknown_cause, support.unknown_queue */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    close_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Close"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCaseView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken, request.moved_meanwhile, support.case_closed, support.kept_away, support.not_yours, support.own_submission, support.still_to_decide */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown, support.unknown_action, support.unknown_cause */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    decide_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decide"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCaseView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: identity.has_guardian, identity.held_by_another, identity.paper_past, request.id_taken, request.moved_meanwhile, support.applied_anew, support.case_closed, support.kept_away, support.not_yours, support.nothing_to_decide, support.own_submission */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    unmask_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Unmask"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffCaseView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_case */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken, request.moved_meanwhile, support.case_closed, support.kept_away, support.not_yours, support.nothing_to_decide */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    start_talk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartTalk"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TalkView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken, request.moved_meanwhile, support.kept_away, support.own_submission, support.speaker_not_confirmed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown, support.not_about_that, support.unknown_cause */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    end_talk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                talk_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TalkEndedView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_talk */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    list_problems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemsView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    close_problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseProblem"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_problem */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.moved_meanwhile, support.problem_closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_promises: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromisesView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    take_shift: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeShift"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.id_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown, support.shift_not_possible, support.unknown_queue */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    cancel_shift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.no_such_shift */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_roster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing, support.not_your_queue */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown, support.unknown_queue */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_story: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                story_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoryView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_signed_in, request.session_expired, request.session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.account_locked, request.not_on_behalf, request.role_missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_thing, support.nothing_known */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown, support.logs_silent */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.not_ready, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
    read_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenApiView"];
                };
            };
            /** @description Refused: request.malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.no_such_method */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.not_json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: request.field_invalid, request.field_missing, request.field_unknown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.defect */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
            /** @description Refused: platform.database_busy, platform.outcome_unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalView"];
                };
            };
        };
    };
}

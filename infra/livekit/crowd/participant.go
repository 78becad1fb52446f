package main

import (
	"fmt"

	"github.com/livekit/livekit-server/test/client"
	"github.com/livekit/protocol/livekit"
	"github.com/pion/webrtc/v4"
)

// speak brings one participant into the call that the token names, who publishes the clips and receives nobody.
func speak(url, token string, clips []clip) error {
	participant, err := enter(url, token, &client.Options{SignalRequestInterceptor: nameSources(clips)})
	if err != nil {
		return err
	}
	go stay(participant)
	if err := participant.WaitUntilConnected(0); err != nil {
		return err
	}
	for _, clip := range clips {
		track, err := webrtc.NewTrackLocalStaticSample(webrtc.RTPCodecCapability{MimeType: clip.mimeType}, clip.id, "crowd")
		if err != nil {
			return err
		}
		if _, err := participant.AddTrack(track, "", client.AddTrackNoWriter()); err != nil {
			return fmt.Errorf("%s: %w", clip.id, err)
		}
		go clip.play(track)
	}
	return nil
}

// listen brings one participant into the call that the token names, who publishes nothing and receives everybody.
func listen(url, token string) (*listener, error) {
	listener, err := newListener()
	if err != nil {
		return nil, err
	}
	participant, err := enter(url, token, &client.Options{
		AutoSubscribe:             true,
		SignalRequestInterceptor:  nameSources(nil),
		SignalResponseInterceptor: listener.intercept,
	})
	if err != nil {
		return nil, err
	}
	listener.send = participant.SendRequest
	go stay(participant)
	return listener, listener.come()
}

func enter(url, token string, options *client.Options) (*client.RTCClient, error) {
	conn, err := client.NewWebSocketConn(url, token, options)
	if err != nil {
		return nil, fmt.Errorf("signalling: %w", err)
	}
	return client.NewRTCClient(conn, false, options)
}

// stay keeps up the signalling. Nobody leaves before this process ends.
func stay(participant *client.RTCClient) {
	fail(fmt.Errorf("a participant is out of the call: %w", participant.Run()))
}

// nameSources says of each track what it is: a token of ours allows a camera and a microphone, and nothing without a name.
func nameSources(clips []clip) client.SignalRequestInterceptor {
	return func(request *livekit.SignalRequest, next client.SignalRequestHandler) error {
		if track := request.GetAddTrack(); track != nil {
			for _, clip := range clips {
				if clip.id == track.Cid {
					clip.describe(track)
				}
			}
		}
		return next(request)
	}
}
